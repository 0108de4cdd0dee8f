import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, test } from 'node:test'
import { instant } from '../../../../kernel/instant.ts'
import { INVIGILATOR_ADVICE } from './advice.ts'
import { broughtText, headerHash, parseBrought } from './brought.ts'
import { type SebExpectation, type SebHashes, type SebProof, SEB_VERDICTS, judgeHashes, judgeNonce, judgeRequest } from './check.ts'
import { configKey, configText, requestHash } from './config-key.ts'
import { consequenceOf, unlock } from './lock.ts'
import { sebRefusals } from './seb-refusals.ts'
import { settingsFaults } from './settings.ts'
import { type SebPlan, sittingSettings } from './sitting-settings.ts'

const tools = { sha256: (text: string) => hash('sha256', text, 'hex'), same: (a: string, b: string) => a === b }
const CONFIG = tools.sha256('config')
const RELEASE = tools.sha256('release')
const PAGE = 'http://10.0.0.2:8080/sit/a/n'
const SAVE = 'http://10.0.0.2:8080/api/delivery/attempts/a/events'
const listed: SebExpectation = { configKey: CONFIG, releases: [{ release: '3.9', system: 'windows', key: RELEASE }] }
const open: SebExpectation = { configKey: CONFIG, releases: [] }
const hashes = (address: string, config: string | null, browser: string | null): SebHashes => ({
  configKey: config === null ? null : requestHash(address, config, tools.sha256),
  browserExamKey: browser === null ? null : requestHash(address, browser, tools.sha256),
})
const NONE: SebHashes = { configKey: null, browserExamKey: null }

test('hashes of a page are judged by settings first, then by the list of browsers', () => {
  const other = tools.sha256('other')
  const cases: [SebExpectation, SebHashes, string][] = [
    [listed, hashes(PAGE, CONFIG, RELEASE), 'verified'],
    [listed, hashes(PAGE, CONFIG, other), 'wrong-browser'],
    [listed, hashes(PAGE, CONFIG, null), 'missing'],
    [listed, hashes(PAGE, other, RELEASE), 'wrong-config'],
    [listed, hashes(SAVE, CONFIG, RELEASE), 'wrong-config'],
    [listed, NONE, 'missing'],
    [open, hashes(PAGE, CONFIG, null), 'verified'],
    [open, hashes(PAGE, CONFIG, other), 'verified'],
    [open, { configKey: CONFIG, browserExamKey: null }, 'wrong-config'],
  ]
  for (const [expected, shown, verdict] of cases) assert.equal(judgeHashes(expected, { address: PAGE, hashes: shown }, tools), verdict)
  const capital = { configKey: hashes(PAGE, CONFIG, null).configKey?.toUpperCase() ?? '', browserExamKey: null }
  assert.equal(judgeHashes(open, { address: PAGE, hashes: capital }, tools), 'verified')
})

test('a nonce is good once, for its epoch, until its second has passed', () => {
  const nonce = { epoch: 2, validUntil: 60_000, usedAt: null }
  assert.equal(judgeNonce(nonce, { epoch: 2, now: 60_000 }), undefined)
  assert.equal(judgeNonce(nonce, { epoch: 2, now: 60_001 }), 'expired-nonce')
  assert.equal(judgeNonce({ ...nonce, usedAt: 5 }, { epoch: 2, now: 10 }), 'replayed-nonce')
  assert.equal(judgeNonce(nonce, { epoch: 3, now: 10 }), 'replayed-nonce')
  assert.equal(judgeNonce(undefined, { epoch: 2, now: 10 }), 'replayed-nonce')
})

describe('a later request', () => {
  const byHeader: SebProof = { epoch: 1, ip: '10.0.0.7', via: 'header', pageAddress: PAGE }
  const byScript: SebProof = { ...byHeader, via: 'script' }
  const request = { epoch: 1, ip: '10.0.0.7', address: SAVE, header: NONE, script: NONE }

  test('by header carries the hash of its own address', () => {
    const good = { ...request, header: hashes(SAVE, CONFIG, RELEASE) }
    assert.equal(judgeRequest(listed, byHeader, good, tools), 'verified')
    assert.equal(judgeRequest(listed, byHeader, { ...good, header: hashes(PAGE, CONFIG, RELEASE) }, tools), 'wrong-config')
  })

  test('by script brings the hashes of the page', () => {
    const good = { ...request, script: hashes(PAGE, CONFIG, RELEASE) }
    assert.equal(judgeRequest(listed, byScript, good, tools), 'verified')
    assert.equal(
      judgeRequest(listed, byScript, { ...good, script: hashes('http://10.0.0.2:8080/sit/a/m', CONFIG, RELEASE) }, tools),
      'wrong-config',
    )
  })

  test('from another browser, another machine or another entry is not the one that was proven', () => {
    const carried = { ...request, script: hashes(PAGE, CONFIG, RELEASE) }
    assert.equal(judgeRequest(listed, byHeader, carried, tools), 'missing')
    assert.equal(judgeRequest(listed, byScript, { ...carried, ip: '10.0.0.8' }, tools), 'wrong-browser')
    assert.equal(judgeRequest(listed, byScript, { ...carried, epoch: 2 }, tools), 'missing')
    assert.equal(judgeRequest(listed, undefined, carried, tools), 'missing')
  })
})

test('a running paper is locked by a wrong browser, and by nothing else', () => {
  for (const verdict of SEB_VERDICTS) {
    const aboutBrowser = verdict === 'missing' || verdict === 'wrong-config' || verdict === 'wrong-browser'
    assert.equal(consequenceOf(verdict, 'running'), verdict === 'verified' ? 'go-on' : aboutBrowser ? 'lock' : 'refuse')
    assert.equal(consequenceOf(verdict, 'ready'), verdict === 'verified' ? 'go-on' : 'refuse')
  }
})

test('two persons with a reason unlock, and every begun minute comes back', () => {
  const lock = { lockId: 'l', cause: 'missing', epoch: 1, lockedAt: instant(0) } as const
  const order = { invigilator: '甲', second: '乙', reason: '误关浏览器' }
  const codeOf = (changes: object, from: typeof lock | undefined = lock) => {
    const judged = unlock(from, { ...order, ...changes }, instant(125_000))
    return judged.ok ? judged.value.creditMinutes : judged.refusal.code
  }
  assert.equal(codeOf({}), 3)
  assert.equal(codeOf({ second: ' 甲 ' }), 'second-person-needed')
  assert.equal(codeOf({ second: '' }), 'second-person-needed')
  assert.equal(codeOf({ reason: ' ' }), 'reason-needed')
  const none = unlock(undefined, order, instant(1))
  assert.equal(!none.ok && none.refusal.code, 'not-locked')
})

test('what a client brings along is read back, and nothing else is', () => {
  const nonce = 'n'.repeat(43)
  for (const shown of [hashes(PAGE, CONFIG, RELEASE), hashes(PAGE, CONFIG, null), NONE])
    assert.deepEqual(parseBrought(broughtText({ nonce, hashes: shown })), { nonce, hashes: shown })
  for (const text of [null, '', 'x', `${nonce}..`.slice(1), `${nonce}.zz.`, `${nonce}.${CONFIG}`, `${nonce}.${CONFIG}.${CONFIG}.`])
    assert.equal(parseBrought(text), undefined)
  assert.equal(headerHash('f'.repeat(63)), null)
})

test('every outcome tells the candidate and the invigilator what to do', () => {
  for (const verdict of SEB_VERDICTS) {
    if (verdict === 'verified') continue
    assert.match(sebRefusals[`seb-${verdict}`]?.zh ?? '', /举手/)
    assert.match(INVIGILATOR_ADVICE[verdict].zh, /。$/)
    assert.match(INVIGILATOR_ADVICE[verdict].en, /\.$/)
  }
})

describe('the settings of a sitting', () => {
  const plan: SebPlan = {
    origin: 'http://10.0.0.2:8080',
    alsoAllowed: ['http://10.0.0.3:8080'],
    examKeySalt: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
    quitPasswordHash: 'a'.repeat(64),
    settingsPasswordHash: 'b'.repeat(64),
  }
  const made = (changes: Partial<SebPlan> = {}) => {
    const settings = sittingSettings({ ...plan, ...changes })
    assert.ok(settings.ok)
    return settings.value
  }

  test('allow the servers of the site and nothing else, prefer the modern engine and quit after the hand-in', () => {
    const settings = made()
    assert.deepEqual(
      (settings['URLFilterRules'] as { expression: string }[]).map(rule => rule.expression),
      ['10.0.0.2:8080/*', '10.0.0.3:8080/*'],
    )
    assert.deepEqual(
      [settings['browserWindowWebView'], settings['startURL'], settings['quitURL'], settings['URLFilterEnable']],
      [3, 'http://10.0.0.2:8080/exam/', 'http://10.0.0.2:8080/exam/quit', true],
    )
    assert.deepEqual(settingsFaults(settings), [])
  })

  test('have another Config Key for another salt', () => {
    const keys = [plan.examKeySalt, plan.examKeySalt.replace('AAEC', 'AAED')].map(examKeySalt =>
      configKey(made({ examKeySalt }), tools.sha256),
    )
    assert.notEqual(keys[0], keys[1])
    assert.match(configText(made()), /"examKeySalt":"AAEC/)
  })

  test('are not made from an unsound plan', () => {
    const wrong: Partial<SebPlan>[] = [
      { origin: 'https://exam.example/' },
      { origin: 'https://考点.example' },
      { origin: 'http://h:80' },
      { alsoAllowed: ['https://h:443'] },
      { examKeySalt: 'short' },
      { quitPasswordHash: 'plain words' },
      { settingsPasswordHash: '' },
    ]
    for (const changes of wrong) {
      const settings = sittingSettings({ ...plan, ...changes })
      assert.equal(!settings.ok && settings.refusal.code, 'seb-plan-invalid', JSON.stringify(changes))
    }
  })
})
