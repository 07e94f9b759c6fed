import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposeNature, type Nature } from './index.ts'

const cases: readonly (readonly [string, Nature])[] = [
  ['Третий день не горят фонари во дворе, прошу принять меры', 'solvable'],
  ['Не вывозят мусор вторую неделю. Заранее спасибо!', 'solvable'],
  ['Прорвало трубу, течёт вода. Спасибо за внимание.', 'solvable'],
  ['Уберите, пожалуйста, упавшее дерево. Спасибо вам за работу.', 'solvable'],
  ['Подскажите, какие документы нужны для льготы?', 'consultation'],
  ['Куда обратиться за выпиской и какой режим работы у МФЦ?', 'consultation'],
  ['Здравствуйте! Как записать ребёнка в секцию и положено ли нам место?', 'consultation'],
  ['Огромное спасибо дворникам за чистые дорожки!', 'gratitude'],
  ['Хочу поблагодарить водителя автобуса, так держать', 'gratitude'],
  ['Я считаю, что новая плитка никому не нужна', 'opinion'],
  ['По моему мнению, парк стал лучше, поддерживаю', 'opinion'],
  ['Пассивный доход без вложений, переходи по ссылке', 'spam'],
]

for (const [text, expected] of cases) {
  test(`the nature of «${text}» is ${expected}`, () => {
    const proposal = proposeNature(text)
    assert.equal(proposal.nature, expected)
    assert.ok(proposal.words.length > 0)
  })
}

test('where no word speaks the topic does', () => {
  assert.equal(proposeNature('Площадка у дома', { kind: 'Решаемый' }).nature, 'solvable')
  assert.equal(proposeNature('Выплата на ребёнка', { kind: 'Консультация' }).nature, 'consultation')
})

test('where nothing speaks the proposal says that it is a guess', () => {
  assert.deepEqual(proposeNature('Вот'), { nature: 'solvable', confidence: 0.2, words: [] })
})
