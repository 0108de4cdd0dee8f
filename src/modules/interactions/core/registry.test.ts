import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../kernel/dice.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { INTERACTION_TYPES, InteractionType } from './interaction-type.ts'
import { interactionOf } from './registry.ts'

type Example = {
  content: Record<string, unknown>
  key: Record<string, unknown>
  response: unknown
  rubric?: unknown
  max: number
  expect: { answered: string; earned: number } | { refused: string }
}
const typesFolder = path.join(import.meta.dirname, '..', 'types')
const folders = fs.readdirSync(typesFolder)

function examplesOf(folder: string): { name: string; example: Example; text: string }[] {
  const dir = path.join(typesFolder, folder, 'examples')
  return fs.readdirSync(dir).map(name => {
    const text = fs.readFileSync(path.join(dir, name), 'utf8')
    return { name, text, example: JSON.parse(text) as Example }
  })
}

test('every folder is registered and every registered type has a folder', () => {
  assert.deepEqual(folders.toSorted(), [...INTERACTION_TYPES].toSorted())
})

for (const folder of folders) {
  const type = InteractionType.parse(folder)
  const kind = interactionOf(type)
  const examples = examplesOf(folder)
  const sound = examples.filter(e => 'earned' in e.example.expect)

  describe(`${folder} keeps the contract of an item type`, () => {
    test('is registered under its own name and has its seven files and two pages', () => {
      assert.equal(kind.type, type)
      for (const file of [
        'type.ts',
        'strip.ts',
        'answered.ts',
        'score.ts',
        'shuffle.ts',
        `${folder}.ts`,
        'pages/view.tsx',
        'pages/review.tsx',
      ])
        assert.ok(fs.existsSync(path.join(typesFolder, folder, file)), file)
    })

    test('has at least five examples, among them blank, malformed and an old version', () => {
      assert.ok(examples.length >= 5)
      for (const name of ['easy.json', 'blank.json', 'malformed.json', 'old-version.json'])
        assert.ok(
          examples.some(e => e.name === name),
          name,
        )
    })

    for (const { name, example } of examples) {
      test(`example ${name} is judged as it says`, () => {
        const content = kind.parseContent(example.content)
        const key = content.ok ? kind.parseKey(content.value, example.key) : content
        if ('refused' in example.expect) {
          assert.equal(key.ok, false)
          assert.equal(!key.ok && key.refusal.code, example.expect.refused)
          return
        }
        assert.ok(key.ok, JSON.stringify(key))
        const publicContent = kind.strip(example.content)
        assert.equal(kind.answered(publicContent, example.response).state, example.expect.answered)
        const score = kind.score({ ...example, max: hundredths(example.max) })
        assert.equal(score.earned, example.expect.earned)
        assert.ok(score.reasons.length > 0, 'a score says why')
      })
    }

    for (const { name, example } of sound) {
      const max = hundredths(example.max)
      test(`example ${name} survives a JSON round trip and is raised to the newest version`, () => {
        const content = kind.parseContent(example.content)
        assert.ok(content.ok)
        assert.equal(content.value['version'], kind.version)
        assert.deepEqual(kind.parseContent(JSON.parse(JSON.stringify(content.value))), content)
        const publicContent = kind.strip(example.content)
        assert.deepEqual(kind.parsePublic(JSON.parse(JSON.stringify(publicContent))), { ok: true, value: publicContent })
      })

      test(`strip of ${name} lets nothing of the key out`, () => {
        const publicText = JSON.stringify(kind.strip(example.content))
        assert.doesNotMatch(publicText, /"(key|explanation|verdict|optionId|optionIds|correct|rubric)"/)
        if (typeof example.key['explanation'] === 'string') assert.ok(!publicText.includes(example.key['explanation']))
        const content = { ...example.content, explanation: 'SECRET', optionId: 'SECRET' }
        assert.equal(kind.parsePublic(content).ok, false, 'content with more fields than the public ones is refused')
      })

      test(`the key of ${name} earns full marks, blank earns nothing, and scoring is deterministic`, () => {
        const facts = { content: example.content, key: example.key, rubric: example.rubric, max }
        const full = kind.score({ ...facts, response: kind.keyResponse(example.content, example.key) })
        assert.deepEqual([full.earned, full.outcome], [max, 'full'])
        const blank = kind.score({ ...facts, response: null })
        assert.deepEqual([blank.earned, blank.outcome], [0, 'unanswered'])
        assert.equal(kind.answered(kind.strip(example.content), null).state, 'blank')
        assert.deepEqual(kind.score({ ...facts, response: example.response }), kind.score({ ...facts, response: example.response }))
      })

      test(`any response to ${name} scores between 0 and the maximum, whatever its shape`, () => {
        fc.assert(
          fc.property(fc.anything(), fc.integer({ min: 0, max: 10_000 }), (response, most) => {
            const score = kind.score({
              content: example.content,
              key: example.key,
              rubric: example.rubric,
              response,
              max: hundredths(most),
            })
            assert.ok(Number.isSafeInteger(score.earned) && score.earned >= 0 && score.earned <= most)
          }),
          { numRuns: 60 },
        )
      })

      test(`shuffling ${name} is a seeded permutation and no response knows of it`, () => {
        const plain = kind.strip(example.content)
        fc.assert(
          fc.property(fc.string(), seed => {
            const once = kind.shuffle(plain, diceOf(seed))
            assert.deepEqual(kind.shuffle(plain, diceOf(seed)), once)
            assert.deepEqual(sortedOptions(once), sortedOptions(plain))
            assert.deepEqual(kind.answered(once, example.response), kind.answered(plain, example.response))
            assert.deepEqual(kind.shuffle(kind.shuffle(plain, diceOf(seed)), diceOf(`${seed}'`))['stem'], plain['stem'])
          }),
          { numRuns: 40 },
        )
      })
    }
  })
}

function sortedOptions(publicContent: Readonly<Record<string, unknown>>): unknown {
  const options = publicContent['options']
  return Array.isArray(options) ? options.map(o => JSON.stringify(o)).toSorted() : []
}
