import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeArchive } from '../../../platform/archive/write-archive.ts'
import { parseQtiArguments } from './arguments.ts'
import { checkDocuments } from './check-documents.ts'
import { readDocuments } from './documents.ts'
import { readResponses } from './responses.ts'
import { runDocuments } from './run-documents.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-qti-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const item = (identifier: string, processing: string) => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="价格" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-simple-choice identifier="A">甲</qti-simple-choice><qti-simple-choice identifier="B">乙</qti-simple-choice></qti-choice-interaction></qti-item-body>
  ${processing}
</qti-assessment-item>`
const MATCH = '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>'
const SOUND = item('q1', MATCH)
const FAULTY = item(
  'q2',
  '<qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-custom-operator class="x"/></qti-set-outcome-value></qti-response-processing>',
)
const OWN_RULES = item('q3', '<qti-response-processing template="urn:own" template-location="../rules/always.xml"/>')
const RULES =
  '<qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">7</qti-base-value></qti-set-outcome-value></qti-response-processing>'
const ASSESSMENT = `<qti-assessment-test identifier="t" title="t"><qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>
  <qti-test-part identifier="P" navigation-mode="linear" submission-mode="individual"><qti-assessment-section identifier="S" title="s" visible="true">
    <qti-assessment-item-ref identifier="R1" href="items/q1.xml"/><qti-assessment-item-ref identifier="R2" href="items/q%33.xml"/></qti-assessment-section></qti-test-part>
  <qti-outcome-processing><qti-set-outcome-value identifier="TOTAL"><qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value></qti-outcome-processing></qti-assessment-test>`

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

function pack(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  return writeArchive(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))).then(bytes => put(name, bytes))
}

function cli(...words: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const ran = spawnSync(process.execPath, [MAIN, 'qti', ...words], { encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

async function documentsOf(file: string) {
  const documents = await readDocuments(file)
  if (!documents.ok) throw new Error(documents.refusal.en)
  return documents.value
}

const asked = { responses: {}, correct: false, seed: '1' }

describe('the command', () => {
  test('runs an item and prints its outcomes', () => {
    const file = put('sound.xml', SOUND)
    const responses = put('responses.json', '{"RESPONSE": "B"}')
    const { code, out } = cli('run', file, '--responses', responses)
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(out).outcomes, { SCORE: 1 })
    assert.deepEqual(JSON.parse(cli('run', file).out).outcomes, { SCORE: 0 })
  })

  test('answers faults with 1 and what it cannot read with 2', () => {
    const faulty = cli('run', put('faulty.xml', FAULTY))
    assert.equal(faulty.code, 1)
    assert.equal(JSON.parse(faulty.out).fault.element, 'customOperator')
    assert.equal(cli('run', join(folder, 'nowhere.xml')).code, 2)
    assert.equal(cli('run', put('broken.xml', '<a>')).code, 2)
    assert.match(cli('check', put('page.xml', '<html/>')).err, /没有QTI/)
    assert.equal(cli('check', put('no.zip', 'PK and no more')).code, 2)
    assert.equal(cli('run', put('x.xml', SOUND), '--responses', put('list.json', '[1]')).code, 2)
    assert.equal(cli('play').code, 2)
  })

  test('tells how responses are written', () => {
    const { code, out } = cli('run', '--help')
    assert.equal(code, 0)
    assert.match(out, /responses\.json/)
    assert.match(out, /"RESPONSE": \["A", "C"\]/)
  })
})

describe('a package', () => {
  const files = {
    'imsmanifest.xml': '<manifest/>',
    'test.xml': ASSESSMENT,
    'items/q1.xml': SOUND,
    'items/q3.xml': OWN_RULES,
    'rules/always.xml': RULES,
  }

  test('is run item by item, and as an assessment', async () => {
    const documents = await documentsOf(await pack('package.zip', files))
    const responses = { 'items/q1.xml': { RESPONSE: 'B' }, R1: { RESPONSE: 'B' }, R2: {} }
    const run = runDocuments(documents, { ...asked, responses })
    assert.ok(run?.sound)
    const told = JSON.parse(JSON.stringify(run.told))
    assert.deepEqual(
      told.items.map((line: { path: string; outcomes: unknown }) => [line.path, line.outcomes]),
      [
        ['items/q1.xml', { SCORE: 1 }],
        ['items/q3.xml', { SCORE: 7 }],
      ],
    )
    assert.deepEqual(told.assessments[0].outcomes, { TOTAL: 8 })
    assert.deepEqual(told.unread, [])
  })

  test('takes responses by the identifier of an item, and the correct ones by themselves', async () => {
    const documents = await documentsOf(await pack('package.zip', files))
    const scores = (more: object) => {
      const told = JSON.parse(JSON.stringify(runDocuments(documents, { ...asked, ...more })?.told))
      return [...told.items, ...told.assessments].map((line: { outcomes: Record<string, number> }) => Object.values(line.outcomes)[0])
    }
    assert.deepEqual(scores({ responses: { q1: { RESPONSE: 'B' } } }), [1, 7, 0])
    assert.deepEqual(scores({ correct: true }), [1, 7, 8])
    assert.deepEqual(scores({}), [0, 7, 0])
  })

  test('tells every fault with its file and goes on with the rest', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    const file = await pack('faults.zip', {
      'a.xml': SOUND,
      'b.xml': FAULTY,
      'c.xml': '<a>',
      'd.svg': svg,
      'e.png': 'no picture',
      'f.css': '…',
    })
    const documents = await documentsOf(file)
    assert.deepEqual(
      documents.unread.map(({ path, fault }) => [path, fault.code]),
      [
        ['c.xml', 'xml-malformed'],
        ['d.svg', 'picture-active'],
        ['e.png', 'picture-unknown'],
      ],
    )
    const run = runDocuments(documents, asked)
    assert.equal(run?.sound, false)
    const checked = checkDocuments(documents)
    assert.equal(checked?.faults, 4)
    const text = checked?.lines.join('\n') ?? ''
    for (const part of ['a.xml', 'q1', 'choice', 'match_correct', 'b.xml  <customOperator>', 'd.svg', '试题2道'])
      assert.ok(text.includes(part), part)
  })

  test('a sound one is checked without faults', async () => {
    const checked = checkDocuments(await documentsOf(await pack('package.zip', files)))
    assert.equal(checked?.faults, 0)
    assert.match(checked?.lines.at(-1) ?? '', /试题2道，试卷1份，问题0处/)
  })

  test('one without items, and one that is refused, are told apart', async () => {
    assert.equal(runDocuments(await documentsOf(await pack('empty.zip', { 'readme.txt': 'x' })), asked), null)
    assert.equal(checkDocuments(await documentsOf(await pack('empty.zip', { 'readme.txt': 'x' }))), null)
    const refused = await readDocuments(put('cut.zip', (await writeArchive([{ path: 'a', bytes: Buffer.from('x') }])).subarray(0, 30)))
    assert.equal(!refused.ok && refused.refusal.code, 'archive-damaged')
  })
})

test('an item on its own finds rules beside it, and nothing elsewhere', async () => {
  put('lone/rules/always.xml', RULES)
  put('always.xml', RULES)
  const near = await documentsOf(put('lone/q.xml', OWN_RULES.replace('../rules', 'rules')))
  assert.deepEqual(JSON.parse(JSON.stringify(runDocuments(near, asked)?.told)).outcomes, { SCORE: 7 })
  const far = await documentsOf(put('lone/q.xml', OWN_RULES.replace('../rules', '..')))
  assert.equal(JSON.parse(JSON.stringify(runDocuments(far, asked)?.told)).fault.code, 'rules-unknown')
})

test('words that make no sense are refused with the reason', () => {
  for (const words of [
    [],
    ['play'],
    ['run'],
    ['run', 'a', 'b'],
    ['run', 'a', '--seed'],
    ['run', 'a', '--fast'],
    ['check', 'a', '--seed', '1'],
    ['run', 'a', '--correct', '--responses', 'r'],
  ]) {
    const args = parseQtiArguments(words)
    assert.ok(!args.ok && args.refusal.zh.length > 0 && args.refusal.en.length > 0, words.join(' '))
  }
  assert.deepEqual(parseQtiArguments(['run', '--seed', 's', 'a.xml', '--correct']), {
    ok: true,
    value: { verb: 'run', file: 'a.xml', responses: null, correct: true, seed: 's' },
  })
  assert.deepEqual(parseQtiArguments(['check', 'a.zip']), { ok: true, value: { verb: 'check', file: 'a.zip' } })
  assert.deepEqual(parseQtiArguments(['--help']), { ok: true, value: { verb: 'help' } })
})

test('a responses file must hold an object', () => {
  assert.deepEqual(readResponses(put('r.json', '{"A": [1]}')), { ok: true, value: { A: [1] } })
  for (const text of ['', '[]', '"A"', '7', '{']) assert.equal(readResponses(put('r.json', text)).ok, false, text)
  assert.equal(readResponses(join(folder, 'none.json')).ok, false)
})
