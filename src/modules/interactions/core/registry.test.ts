import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../kernel/dice.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { idsIn, leafTexts, likeResponse } from '../fixtures.ts'
import { INTERACTION_TYPES, InteractionType, MARKED_BY } from './interaction-type.ts'
import type { ItemDocument } from './interaction-spec.ts'
import { interactionOf } from './registry.ts'

type Example = {
  content: Record<string, unknown>
  key: Record<string, unknown>
  response: unknown
  rubric?: unknown
  evidence?: unknown
  max: number
  expect: { answered: string; earned: number; outcome?: string } | { refused: string }
}
const typesFolder = path.join(import.meta.dirname, '..', 'types')
const folders = fs.readdirSync(typesFolder)

function examplesOf(folder: string): { name: string; example: Example }[] {
  const dir = path.join(typesFolder, folder, 'examples')
  return fs
    .readdirSync(dir)
    .filter(name => name.endsWith('.json'))
    .map(name => ({ name, example: JSON.parse(fs.readFileSync(path.join(dir, name), 'utf8')) as Example }))
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
      assert.ok(MARKED_BY.includes(kind.markedBy))
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

    test('has at least five examples, among them easy, edge, blank and malformed, and an old version where there is one', () => {
      assert.ok(examples.length >= 5)
      // a type whose only version is 1 has no older documents to raise
      const needed = ['easy.json', 'blank.json', 'malformed.json', ...(kind.version > 1 ? ['old-version.json'] : [])]
      for (const name of needed)
        assert.ok(
          examples.some(e => e.name === name),
          name,
        )
      assert.ok(examples.some(e => e.name.startsWith('edge')))
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
        if (example.expect.outcome !== undefined) assert.equal(score.outcome, example.expect.outcome)
        assert.ok(score.reasons.length > 0, 'a score says why')
      })
    }

    for (const { name, example } of sound) {
      const max = hundredths(example.max)
      const facts = { content: example.content, key: example.key, rubric: example.rubric, max }
      const model =
        kind.keyResponse(example.content, example.key) ?? (sound.find(e => e.name === 'easy.json')?.example.response as ItemDocument)
      const full = kind.fullEvidence(example.content, example.key)

      test(`example ${name} survives a JSON round trip and is raised to the newest version`, () => {
        const content = kind.parseContent(example.content)
        assert.ok(content.ok)
        assert.equal(content.value['version'], kind.version)
        assert.deepEqual(kind.parseContent(JSON.parse(JSON.stringify(content.value))), content)
        const publicContent = kind.strip(example.content)
        assert.deepEqual(kind.parsePublic(JSON.parse(JSON.stringify(publicContent))), { ok: true, value: publicContent })
      })

      test(`strip of ${name} lets nothing of the key out`, () => {
        const shown = kind.strip(example.content)
        const shownTexts = leafTexts(shown)
        assert.doesNotMatch(
          JSON.stringify(shown),
          /"(key|explanation|verdict|optionId|optionIds|correct|rubric|reference|criteria|checks)"/,
        )
        const ids = new Set(idsIn(shown))
        for (const secret of leafTexts(example.key).filter(text => text.length > 3 && !ids.has(text)))
          assert.ok(!shownTexts.some(text => text.includes(secret)), secret)
        const content = { ...example.content, explanation: 'SECRET', optionId: 'SECRET' }
        assert.equal(kind.parsePublic(content).ok, false, 'content with more fields than the public ones is refused')
      })

      test(`the key of ${name} earns full marks, blank earns nothing, and scoring is deterministic`, () => {
        const best = kind.score({ ...facts, response: model, evidence: full })
        assert.deepEqual([best.earned, best.outcome], [max, 'full'])
        const blank = kind.score({ ...facts, response: null })
        assert.deepEqual([blank.earned, blank.outcome], [0, 'unanswered'])
        assert.equal(kind.answered(kind.strip(example.content), null).state, 'blank')
        const given = { ...facts, response: example.response, evidence: example.evidence }
        assert.deepEqual(kind.score(given), kind.score(given))
        assert.deepEqual(kind.compile(facts)(example.response, example.evidence), kind.score(given))
      })

      test(`${name} waits for its marks exactly when somebody else than the machine has to give them`, () => {
        const outcome = kind.score({ ...facts, response: model }).outcome
        assert.equal(outcome, full === null || isEmpty(full) ? 'full' : 'pending')
        if (kind.markedBy === 'machine') {
          assert.equal(full, null)
          assert.equal(kind.parseEvidence(facts, { version: 1 }).ok, false)
          return
        }
        assert.deepEqual(kind.parseEvidence(facts, full), { ok: true, value: full })
        for (const odd of [null, {}, { version: 2 }, { ...full, more: 1 }])
          assert.equal(kind.parseEvidence(facts, odd).ok, false, JSON.stringify(odd))
      })

      test(`any response to ${name} scores between 0 and the maximum, whatever its shape`, () => {
        fc.assert(
          fc.property(fc.oneof(fc.anything(), variations(model, example)), fc.integer({ min: 0, max: 10_000 }), (response, most) => {
            const score = kind.score({ ...facts, response, evidence: full, max: hundredths(most) })
            assert.ok(Number.isSafeInteger(score.earned) && score.earned >= 0 && score.earned <= most)
            if (score.outcome === 'full') assert.equal(score.earned, most)
            if (['none', 'unanswered', 'invalid', 'pending'].includes(score.outcome)) assert.equal(score.earned, 0)
          }),
          { numRuns: 60 },
        )
      })

      test(`shuffling ${name} is a seeded permutation; no response and no score knows of it`, () => {
        const plain = kind.strip(example.content)
        fc.assert(
          fc.property(fc.string(), variations(model, example), (seed, response) => {
            const once = kind.shuffle(plain, diceOf(seed))
            assert.deepEqual(kind.shuffle(plain, diceOf(seed)), once)
            assert.deepEqual(leafTexts(once).toSorted(), leafTexts(plain).toSorted())
            assert.deepEqual(kind.answered(once, response), kind.answered(plain, response))
            assert.deepEqual(
              kind.score({ ...facts, content: once, response, evidence: full }),
              kind.score({ ...facts, content: plain, response, evidence: full }),
            )
            assert.deepEqual(kind.shuffle(kind.shuffle(plain, diceOf(seed)), diceOf(`${seed}'`))['stem'], plain['stem'])
          }),
          { numRuns: 40 },
        )
      })

      if (kind.monotone)
        test(`adding a right element to a response to ${name} never lowers its score`, () => {
          const plain = kind.strip(example.content)
          fc.assert(
            fc.property(variations(model, example), fc.nat(), (response, at) => {
              const more = withOneMore(response, model, at)
              if (more === null || kind.answered(plain, more).state === 'invalid') return
              const earned = (value: unknown) => kind.score({ ...facts, response: value, evidence: full }).earned
              assert.ok(earned(more) >= earned(response), JSON.stringify([response, more]))
            }),
            { numRuns: 60 },
          )
        })
    }
  })

  /** Responses that resemble the right one. */
  function variations(model: ItemDocument, example: Example): fc.Arbitrary<ItemDocument> {
    const plain = kind.strip(example.content)
    return fc.string().map(seed => likeResponse(model, plain, diceOf(seed)))
  }
}

/** Evidence that nobody has to give: a case whose parts the machine marks. */
function isEmpty(evidence: ItemDocument): boolean {
  return Object.values(evidence).some(list => Array.isArray(list) && list.length === 0)
}

/** The response with one element of the right one that it did not have; null where there is none. */
function withOneMore(response: ItemDocument, right: ItemDocument, at: number): ItemDocument | null {
  const name = Object.keys(right).find(one => Array.isArray(right[one]))
  if (name === undefined) return null
  const nameOf = (element: unknown) =>
    typeof element === 'object' && element !== null ? ((element as ItemDocument)['id'] ?? (element as ItemDocument)['left']) : element
  const had = response[name] as unknown[]
  const missing = (right[name] as unknown[]).filter(element => !had.some(one => nameOf(one) === nameOf(element)))
  return missing.length === 0 ? null : { ...response, [name]: [...had, missing[at % missing.length]] }
}
