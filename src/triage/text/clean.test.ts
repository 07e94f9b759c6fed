import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from './clean.ts'

const cases: readonly (readonly [string, string, string])[] = [
  ['the apostrophe of Excel goes', "'Нет воды", 'Нет воды'],
  ['an apostrophe inside stays', "Д'Артаньян", "Д'Артаньян"],
  ['paragraphs become lines', '<p>Нет&nbsp;воды</p><p>Третий день</p>', 'Нет воды\n\nТретий день'],
  ['a break becomes a line', 'Добрый день!<br>Нет света<br/>совсем', 'Добрый день!\nНет света\nсовсем'],
  ['inline tags leave the word whole', 'У<b>ли</b>ца <span style="color:red">Новая</span>', 'Улица Новая'],
  ['cells stay apart', '<table><tr><td>дом</td><td>5</td></tr></table>', 'дом 5'],
  ['scripts and styles go with their content', 'А<script>alert(1)</script><style>p{}</style>Б', 'А Б'],
  ['comments go', 'А<!-- <b>x</b> -->Б', 'А Б'],
  ['a comparison is not a tag', 'давление <5 атм и температура >10', 'давление <5 атм и температура >10'],
  ['an address in angle brackets stays', 'пишите <box@example.org>', 'пишите <box@example.org>'],
  [
    'entities are decoded',
    '&laquo;Тепло&raquo; &#8212; &#x41F;ар &amp; &quot;Ко&quot;',
    '«Тепло» — Пар & "Ко"',
  ],
  ['entities encoded twice are decoded', 'А&amp;quot;Б', 'А"Б'],
  ['escaped tags are tags', '&lt;p&gt;Вода&lt;/p&gt;', 'Вода'],
  ['an unknown entity stays', 'AT&T; и &чтото;', 'AT&T; и &чтото;'],
  ['an impossible code vanishes', 'А&#9999999;&#xD800;&#0;Б', 'АБ'],
  ['carriage returns of Excel', 'Первая_x000D_\nвторая', 'Первая\nвторая'],
  [
    'VK groups and people',
    '[club1|Город Н], [id22|Сосед] и [id5:bp-1_2|Друг], добрый день',
    'Город Н, Сосед и Друг, добрый день',
  ],
  ['VK links', 'читайте [https://vk.com/wall-1_2|здесь]', 'читайте здесь'],
  ['VK mentions in the newer form', '@id15 (Сосед), привет', 'Сосед, привет'],
  ['a placeholder stays', 'звоните [телефон]', 'звоните [телефон]'],
  ['zero-width signs and overrides go', 'во\u200Bда\u202E \uFEFFхол\u00ADодная\u0000', 'вода холодная'],
  ['a compound emoji stays whole', 'семья 👨\u200D👩\u200D👧', 'семья 👨\u200D👩\u200D👧'],
  ['a lone surrogate becomes a replacement sign', 'а\uD800б', 'а\uFFFDб'],
  [
    'whitespace is evened',
    '  много \t пробелов \r\n\r\n\r\n\r\n и строк\u00A0 ',
    'много пробелов\n\nи строк',
  ],
  ['nothing stays nothing', ' \u200B ', ''],
]

for (const [name, raw, expected] of cases) {
  test(`cleaning: ${name}`, () => assert.equal(cleanText(raw), expected))
}

test('cleaning a clean text changes nothing', () => {
  for (const [, raw] of cases.filter(([name]) => !name.includes('escaped'))) {
    const once = cleanText(raw)
    assert.equal(cleanText(once), once)
  }
})

test('fifty thousand hostile characters are cleaned within a quarter of a second', () => {
  const hostile = [
    '<',
    '<!--',
    '&amp;',
    '<a ',
    '[id1|',
    '<script',
    ' \n',
    '&#',
    '_x00',
    '@id1 (',
    '<p ',
    ' (',
    '&amp;amp;',
  ]
  for (const piece of hostile) {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    const started = performance.now()
    cleanText(text)
    const took = performance.now() - started
    assert.ok(took < 250, `${piece}: ${took.toFixed(0)} ms`)
  }
})

test('a long plain text keeps its length', () => {
  const text = 'вода '.repeat(10_000).trim()
  assert.equal(cleanText(text).length, text.length)
})
