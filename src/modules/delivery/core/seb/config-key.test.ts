import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, test } from 'node:test'
import { type Dice, diceOf, pick, roll } from '../../../../kernel/dice.ts'
import { askedAddress, configKey, configText, requestHash } from './config-key.ts'
import { type SebSettings, type SebValue, settingsFaults } from './settings.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')

/** Neighbours in the published sample of the text, in its order; the order of bytes would put capitals first. */
const SAMPLE_ORDER = [
  'allowDownUploads',
  'allowedDisplayBuiltin',
  'allowedDisplaysMaxNumber',
  'allowFlashFullscreen',
  'allowUserAppFolderInstall',
  'browserScreenKeyboard',
  'browserURLSalt',
  'browserUserAgent',
  'browserUserAgentMac',
  'browserUserAgentMacCustom',
  'browserViewMode',
  'enableF1',
  'enableF10',
  'enableF11',
  'enableF12',
  'enableF2',
  'enableF9',
  'enableJava',
  'examKeySalt',
  'exitKey1',
  'newBrowserWindowByLinkBlockForeign',
  'newBrowserWindowNavigation',
  'sebMode',
  'sebServerURL',
  'taskBarHeight',
  'touchOptimized',
  'URLFilterEnable',
  'URLFilterEnableContentFilter',
  'URLFilterIgnoreList',
  'URLFilterMessage',
  'urlFilterRegex',
  'URLFilterRules',
  'urlFilterTrustedContent',
  'whitelistURLFilter',
  'zoomMode',
]

describe('the text under the Config Key', () => {
  test('stands in the order of the published sample, whatever order the settings have', () => {
    const shuffled = Object.fromEntries(SAMPLE_ORDER.toReversed().map(key => [key, 1]))
    const keys = [...configText(shuffled).matchAll(/"(\w+)":/g)].map(match => match[1])
    assert.deepEqual(keys, SAMPLE_ORDER)
  })

  test('escapes nothing, has no white space, leaves out the originator and what is hollow', () => {
    const settings = {
      originatorVersion: 'SEB_Win_3.7',
      filter: '^.*?:\\/\\/((a\\.b)|(c))$',
      proxies: { inner: {}, deeper: { most: {} } },
      rules: [{ regex: false, Action: 1 }, {}],
      name: '考试 "甲"',
      empty: [],
    }
    assert.equal(
      configText(settings),
      '{"empty":[],"filter":"^.*?:\\/\\/((a\\.b)|(c))$","name":"考试 "甲"","rules":[{"Action":1,"regex":false}]}',
    )
  })

  test('known answer: the key of two settings, computed outside with sha256sum', () => {
    assert.equal(configText({ startURL: 'http://x/', allowQuit: true }), '{"allowQuit":true,"startURL":"http://x/"}')
    assert.equal(
      configKey({ startURL: 'http://x/', allowQuit: true }, sha256),
      '9a1b098670861554891936642e5801e77038354f7955275d828cb6b29d2c4228',
    )
  })
})

/** A second reading of the description, by another road: tokens of XML on a stack, order by the root collation. */
function textFromXml(settings: SebSettings): string {
  const order = new Intl.Collator('und', { sensitivity: 'base' })
  type Frame = { kind: 'dict' | 'array'; key: string | null; parts: [string, string][] }
  const stack: Frame[] = [{ kind: 'array', key: null, parts: [] }]
  const put = (text: string | null) => {
    const top = stack.at(-1) as Frame
    if (text !== null && top.key !== 'originatorVersion') top.parts.push([top.key ?? '', text])
    top.key = null
  }
  const close = () => {
    const { kind, parts } = stack.pop() as Frame
    if (kind === 'array') return put(`[${parts.map(part => part[1]).join(',')}]`)
    const sorted = parts.toSorted((a, b) => order.compare(a[0], b[0]))
    put(sorted.length === 0 ? null : `{${sorted.map(([key, text]) => `"${key}":${text}`).join(',')}}`)
  }
  for (const [, tag, text = ''] of xmlOf(settings).matchAll(/<(\/?\w+)\/?>([^<]*)/g)) {
    const plain = text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    if (tag === 'dict' || tag === 'array') stack.push({ kind: tag, key: null, parts: [] })
    else if (tag === '/dict' || tag === '/array') close()
    else if (tag === 'key') (stack.at(-1) as Frame).key = plain
    else if (tag === 'string') put(`"${plain}"`)
    else if (tag === 'integer') put(plain)
    else if (tag === 'true' || tag === 'false') put(tag)
  }
  return stack[0]?.parts[0]?.[1] ?? '{}'
}

function xmlOf(value: SebValue): string {
  if (typeof value === 'string') return `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`
  if (typeof value === 'number') return `<integer>${value}</integer>`
  if (typeof value === 'boolean') return `<${value}/>`
  if (Array.isArray(value)) return `<array>${value.map(xmlOf).join('')}</array>`
  return `<dict>${Object.entries(value)
    .map(([key, one]) => `<key>${key}</key>${xmlOf(one)}`)
    .join('')}</dict>`
}

function randomSettings(dice: Dice, depth: number): SebSettings {
  const seen = new Set<string>()
  const entries: [string, SebValue][] = []
  for (let left = roll(dice, 7); left > 0; left--) {
    const key =
      dice() < 0.05 ? 'originatorVersion' : Array.from({ length: 1 + roll(dice, 4) }, () => pick([...'abzABZ019fF'], dice)).join('')
    if (seen.has(key.toLowerCase())) continue
    seen.add(key.toLowerCase())
    entries.push([key, randomValue(dice, depth)])
  }
  return Object.fromEntries(entries)
}

function randomValue(dice: Dice, depth: number): SebValue {
  const kind = roll(dice, depth > 0 ? 6 : 4)
  if (kind === 0) return dice() < 0.5
  if (kind === 1) return roll(dice, 1000) - 500
  if (kind < 4) return Array.from({ length: roll(dice, 6) }, () => pick([...'aZ 0\\/&<"考试.'], dice)).join('')
  if (kind === 4) return Array.from({ length: roll(dice, 3) }, () => randomValue(dice, depth - 1))
  return randomSettings(dice, depth - 1)
}

test('two implementations agree on ten thousand random settings', () => {
  const dice = diceOf('config-key')
  for (let round = 0; round < 10_000; round++) {
    const settings = randomSettings(dice, 3)
    assert.equal(configText(settings), textFromXml(settings), `round ${round}: ${JSON.stringify(settings)}`)
  }
})

describe('the hash of a request', () => {
  const key = 'a'.repeat(64)
  const corpus = [
    ['http://10.0.0.2:8080', '/sit/a/b', 'http://10.0.0.2:8080/sit/a/b'],
    ['https://exam.example', '/sit/a/b?x=1&y=%E4%B8%AD', 'https://exam.example/sit/a/b?x=1&y=%E4%B8%AD'],
    ['https://exam.example', '/sit/a/b#part', 'https://exam.example/sit/a/b'],
    ['https://exam.example', '/sit/a//b/', 'https://exam.example/sit/a//b/'],
    ['https://exam.example', '/sit/a/b?', 'https://exam.example/sit/a/b?'],
    ['https://exam.example', '/考点', 'https://exam.example/考点'],
    ['https://exam.example', '/%e8%80%83', 'https://exam.example/%e8%80%83'],
    ['https://exam.example', '/a?q=#f?x#g', 'https://exam.example/a?q='],
  ] as const
  for (const [origin, target, hashed] of corpus)
    test(`is over ${hashed}`, () => assert.equal(requestHash(askedAddress(origin, target), key, sha256), sha256(hashed + key)))

  test('differs by port, slash, case of an escape, scheme and key', () => {
    const addresses = [
      'http://h/a',
      'https://h/a',
      'http://h:8080/a',
      'http://h/a/',
      'http://h/%2f',
      'http://h/%2F',
      'http://h/a?',
      'http://h/考',
    ]
    const hashes = new Set(addresses.flatMap(address => [requestHash(address, key, sha256), requestHash(address, 'b'.repeat(64), sha256)]))
    assert.equal(hashes.size, addresses.length * 2)
  })
})

test('settings whose key would depend on the platform are named with their place', () => {
  const odd: Record<string, [SebSettings, RegExp]> = {
    quote: [{ a: 'x","b":"y' }, /^a: not plain ASCII$/],
    chinese: [{ a: '考试' }, /not plain ASCII/],
    real: [{ a: 0.5 }, /not an integer/],
    zero: [{ a: -0 }, /not an integer/],
    hollow: [{ a: [{ b: {} }] }, /^a\.0\.b: an empty dictionary$/],
    twins: [{ allowWLAN: true, allowWlan: true }, /differ only in case/],
    originator: [{ originatorVersion: 'x' }, /left out/],
    key: [{ 'a b': 1 }, /not a plain key/],
  }
  for (const [name, [settings, says]] of Object.entries(odd)) {
    const faults = settingsFaults(settings)
    assert.equal(faults.length, 1, name)
    assert.match(faults[0] ?? '', says, name)
  }
  assert.deepEqual(settingsFaults({ a: 'ok', b: [1, true, { c: 'd' }] }), [])
})
