import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Surroundings, evaluate } from './evaluate.ts'
import { FUNCTIONS, type Value } from './functions.ts'
import { nameFaults } from './names.ts'
import { parseExpression } from './parse.ts'

const sent = [
  { to: ['zhao@a.test'], subject: '报价', text: '明前龙井 ６８０ 元/斤，十二件', bytes: 10, external: true, seq: 4 },
  { to: ['boss@b.test', 'zhao@a.test'], subject: '请示', text: '见附件', bytes: 30, external: false, seq: 9 },
]
const around: Surroundings = {
  params: { qty: 12, price: 680, name: '赵明', supplier: { gln: '690', items: [1, 2] }, none: null },
  rows: source => (source === 'mail.sent' ? sent : []),
  typeOf: (_source, field) => ({ to: 'list', subject: 'text', text: 'prose' })[field],
  own: { from: ([id]) => `error of ${String(id)}` },
}

function run(text: string): Value {
  const parsed = parseExpression(text)
  assert.ok(parsed.ok, parsed.ok ? '' : `${text}: ${parsed.fault.zh} at ${parsed.fault.at}`)
  const done = evaluate(parsed.expression, around)
  assert.ok(done.ok, done.ok ? '' : `${text}: ${done.fault.zh}`)
  return done.value
}

function fault(text: string): string {
  const parsed = parseExpression(text)
  if (!parsed.ok) return `${parsed.fault.at}: ${parsed.fault.zh}`
  const done = evaluate(parsed.expression, around)
  assert.ok(!done.ok, `${text} has a value`)
  return `${done.fault.at}: ${done.fault.zh}`
}

test('arithmetic, comparison and logic bind as they are written', () => {
  const cases: readonly [string, Value][] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 3 - 2', 5],
    ['-2 * -3', 6],
    ['7 / 2', 4],
    ['-7 / 2', -4],
    ['5 / 3', 2],
    ['7 % 3', 1],
    ['$qty * $price < 9000', true],
    ['1 == 1 and 2 < 1 or true', true],
    ['not 1 == 2', true],
    ['not true or true', true],
    ['not (true or true)', false],
    ["'甲' + '乙'", '甲乙'],
    ["'a' < 'b'", true],
    ['[1, 2] == [1, 2]', true],
    ['null == $none', true],
    ["1 == '1'", false],
    ['false and 1 / 0 == 1', false],
  ]
  for (const [text, value] of cases) assert.deepEqual(run(text), value, text)
})

test('parameters, fields of rows and of lists of rows', () => {
  assert.equal(run('$supplier.gln'), '690')
  assert.deepEqual(run('mail.sent().bytes'), [10, 30])
  assert.equal(run('sum(mail.sent().bytes)'), 40)
  assert.equal(run('mail.sent(last).subject'), '请示')
  assert.equal(run("mail.sent(subject='没有', first).subject"), null)
})

test('facts are asked by field: a list holds it, prose says it however it is written, the rest is equal', () => {
  const count = (text: string): Value => run(`count(${text})`)
  assert.equal(count("mail.sent(to='zhao@a.test')"), 2)
  assert.equal(count("mail.sent(to=['boss@b.test', 'zhao@a.test'])"), 1)
  assert.equal(count("mail.sent(to!='boss@b.test')"), 1)
  assert.equal(count("mail.sent(text='680元')"), 1)
  assert.equal(count("mail.sent(text=['12件', $price])"), 1)
  assert.equal(count("mail.sent(subject=['报价', '询价'])"), 1)
  assert.equal(count('mail.sent(bytes >= 10, external=true)'), 1)
  assert.equal(count('mail.sent(bytes > 10 + 10)'), 1)
})

test('functions', () => {
  const cases: readonly [string, Value][] = [
    ['min(3, 1, 2)', 1],
    ['max([3, 1])', 3],
    ['max([])', null],
    ['average([1, 2])', 2],
    ['any([false, true])', true],
    ['all([])', true],
    ['at([5, 6], 1)', 6],
    ['unique([1, 1, 2])', [1, 2]],
    ["empty('')", true],
    ['floor(7, 2)', 3],
    ['ceilTo(61, 12)', 72],
    ['percent(1000, 108)', 1080],
    ["if($qty > 10, '多', '少')", '多'],
    ['near(100, 103, 3)', true],
    ['approx(1000, 1010, 100)', true],
    ['approx(1000, 1010, 99)', false],
    ['between(5, 1, 5)', true],
    ["contains('abc', 'b') and contains([1, 2], 2)", true],
    ["says('共１２件', '十二件')", true],
    ["startsWith('O1001', 'O') and endsWith('a.png', '.png')", true],
    ["matches('报价单-03.xlsx', '报价单-??.*')", true],
    ["matches('aaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*c')", false],
    ["length('龙井茶')", 3],
    ['yuan(12345)', '123.45'],
    ['yuan(-5)', '-0.05'],
    ["join(['a', 'b'], '、')", 'a、b'],
    ['setEq([1, 2, 2], [2, 1])', true],
    ['subset([1], [2, 1])', true],
    ["before('2026-03-02', '2026-03-02 00:01')", true],
    ["within('2026-03-02 09:00', '2026-03-02 10:00', hours(1))", true],
    ["within('2026-03-02 10:00', '2026-03-02 09:00', hours(1))", false],
    ["from('c1')", 'error of c1'],
    ["text(12) + '件'", '12件'],
  ]
  for (const [text, value] of cases) assert.deepEqual(run(text), value, text)
  assert.ok(Object.keys(FUNCTIONS).length >= 35)
})

test('faults say in Chinese what is wrong and where', () => {
  const cases: readonly [string, string][] = [
    ['', '0: 表达式不完整'],
    ['1 +', '3: 表达式不完整'],
    ['1 + + 2', '4: 此处不应有“+”'],
    ["'abc", '0: 引号没有配对'],
    ['1.5', '0: 只能用整数：金额以分、比率以万分之一为单位'],
    ['(1', '2: 缺少“)”'],
    ['[1 2]', '3: 此处应为“,”，而不是“2”'],
    ['1 2', '2: 此处不应有“2”'],
    ['qty', '0: 不认识的名称“qty”；参数以“$”开头，文字加引号'],
    ['$', '0: “$”后应为参数名'],
    ['1 ； 2', '2: 不认识的符号“；”'],
    ['mail.sent(to)', '10: “to”后应有比较符号'],
    ['99999999999999999999', '0: 数字过大'],
    ['$nix', '0: 没有参数“$nix”'],
    ['1 / 0', '2: 除数为零'],
    ['9007199254740991 + 1', '17: 计算结果超出整数范围'],
    ["1 + '2'", '2: 需要数字，得到的是文字'],
    ["1 < '2'", '2: 数字和文字不能比较大小'],
    ['not 1', '0: 需要是否，得到的是数字'],
    ['nix(1)', '0: 没有函数“nix”'],
    ['count()', '0: “count”的参数个数不对'],
    ['count(1)', '0: 需要列表，得到的是数字'],
    ['mail.sent().nix', '12: 没有字段“nix”'],
    ['mail.sent(nix=1)', '10: “mail.sent”没有字段“nix”'],
    ["time('昨天')", '0: “昨天”不是时间'],
  ]
  for (const [text, zh] of cases) assert.equal(fault(text), zh, text)
})

test('names are checked before anything runs', () => {
  const names = {
    params: new Set(['qty']),
    facts: new Map([['mail.sent', new Set(['to', 'text'])]]),
    events: new Set(['mail.opened']),
    own: new Set(['from']),
  }
  const faults = (text: string): string[] => {
    const parsed = parseExpression(text)
    assert.ok(parsed.ok)
    return nameFaults(parsed.expression, names).map(f => `${f.at}: ${f.zh}`)
  }
  assert.deepEqual(faults("count(mail.sent(to='x', seq>3).text) > $qty and count(@mail.opened()) > 0 and from('a') == 1"), [])
  assert.deepEqual(faults('$nix + -$nix'), ['0: 没有参数“$nix”', '8: 没有参数“$nix”'])
  assert.deepEqual(faults('mail.got()'), ['0: 没有事实“mail.got”'])
  assert.deepEqual(faults('@mail.got()'), ['0: 没有事件“mail.got”'])
  assert.deepEqual(faults('[mail.sent(cc=1)]'), ['11: “mail.sent”没有字段“cc”，可用：to、text'])
  assert.deepEqual(faults('mail.sent(last).cc'), ['16: 没有字段“cc”，可用：to、text'])
  assert.deepEqual(faults('nix(count(1, 2))'), ['0: 没有函数“nix”', '4: “count”的参数个数不对'])
})

test('any text is answered, and any expression ends', () => {
  const piece = fc.constantFrom(
    '1',
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    'mail',
    'sent',
    'count',
    '$qty',
    "'a'",
    '+',
    '-',
    '*',
    '/',
    '==',
    'not',
    'and',
    'or',
    '<',
    ' ',
    'last',
    '=',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 30 }).map(p => p.join('')),
      ),
      text => {
        const parsed = parseExpression(text)
        if (parsed.ok) evaluate(parsed.expression, around)
        else assert.ok(parsed.fault.at >= 0 && parsed.fault.at <= Math.max(text.length, 2000) && /[\u4e00-\u9fff]/.test(parsed.fault.zh))
      },
    ),
    { numRuns: 2000 },
  )
})

test('depth, length and work are bounded', () => {
  assert.match(fault(`${'('.repeat(200)}1`), /嵌套过深/)
  assert.match(fault(`${'-'.repeat(500)}1`), /嵌套过深/)
  assert.match(fault('1'.repeat(2001)), /表达式过长/)
  const many: Surroundings = { ...around, rows: () => Array.from({ length: 30_000 }, () => sent[0] as never) }
  const parsed = parseExpression('count(mail.sent())')
  assert.ok(parsed.ok)
  const done = evaluate(parsed.expression, many)
  assert.equal(!done.ok && done.fault.zh, '计算量过大')
})
