import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { drillLines, parseDrill, siteDrill } from './drill.ts'

describe('zhiheng site drill', () => {
  test('needs to know who asks, and takes an address, a length and a fresh start', () => {
    assert.deepEqual(parseDrill(['--staff', 'engineer']), { at: 'http://127.0.0.1:8090', staffId: 'engineer', seconds: 60, fresh: false })
    assert.deepEqual(parseDrill(['--at', 'https://10.0.0.2:8090/', '--staff', 'e', '--seconds', '5', '--fresh']), {
      at: 'https://10.0.0.2:8090',
      staffId: 'e',
      seconds: 5,
      fresh: true,
    })
    for (const words of [
      [],
      ['--staff'],
      ['--staff', 'e', '--seconds', '0'],
      ['--staff', 'e', '--seconds', '601'],
      ['--staff', 'e', '--at', 'hall'],
      ['tea'],
    ])
      assert.equal(parseDrill(words), null, words.join(' '))
  })

  test('shows each step with its figures, and what is still open', () => {
    const said = (zh: string) => ({ zh, en: zh })
    const measure = {
      measureId: 'save-p99',
      name: said('保存用时（p99）'),
      unit: said('毫秒'),
      limit: 150,
      kind: 'at-most' as const,
      by: 'server' as const,
    }
    const load = {
      stepId: 'load',
      name: said('负载模拟'),
      task: said('…'),
      byTwo: false,
      maySkip: false,
      measures: [measure],
      state: 'measured' as const,
      beganAt: 1,
      values: [{ stepId: 'load', measureId: 'save-p99', value: 12 }],
      note: '',
      doneBy: null,
      witness: null,
      doneAt: null,
      faults: [],
    }
    const power = { ...load, stepId: 'power', name: said('停电'), state: 'open' as const, values: [], note: '' }
    const view = {
      rehearsal: true,
      drill: null,
      steps: [load, power],
      faults: [{ path: 'power', ...said('停电尚未确认，请完成这一步。') }],
    }
    const text = drillLines(view).join('\n')
    assert.match(text, /已测，待确认.*负载模拟　保存用时（p99） 12毫秒/)
    assert.match(text, /未开始.*停电/)
    assert.match(text, /· 停电尚未确认/)
    assert.match(drillLines({ ...view, faults: [] }).at(-1) ?? '', /签发就绪证书/)
  })

  test('a server that does not answer is said so, and is no success', async t => {
    const told: string[] = []
    t.mock.method(console, 'error', (text: string) => void told.push(text))
    process.env['ZHIHENG_STAFF_PASS'] = 'x'
    assert.equal(await siteDrill(['--staff', 'engineer', '--at', 'http://127.0.0.1:9']), 1)
    assert.match(told.join(), /连接不上/)
    assert.equal(await siteDrill([]), 2)
  })
})
