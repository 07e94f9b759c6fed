import assert from 'node:assert/strict'
import { it } from 'node:test'
import { tellAgent } from './tell-agent.ts'

it('browser and system are told of what a browser calls itself', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0'
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
  const told: [agent: string | null, words: string][] = [
    [`${chrome} Safari/537.36`, 'Chrome, Linux'],
    [`${windows} Chrome/142.0 YaBrowser/25.10 Safari/537.36`, 'Яндекс Браузер, Windows'],
    [`${windows} Chrome/142.0 Safari/537.36 Edg/142.0`, 'Edge, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['curl/8.1', ''],
    [null, ''],
  ]
  for (const [agent, words] of told) assert.equal(tellAgent(agent), words, agent ?? 'none')
})
