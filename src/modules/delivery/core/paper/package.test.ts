import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { DOT, aPackage, aPackageWithMaterial, theRules } from '../../fixtures.ts'
import { digestText, finishPackage, foreignPictures, itemsOf, parsePackage } from './package.ts'
import { presentPaper } from './presentation.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const paper = aPackage(sha256, { single: 12, multiple: 4, trueFalse: 4 })
const clone = (): Record<string, unknown> => JSON.parse(JSON.stringify(paper)) as Record<string, unknown>
const codeOf = (value: unknown) => {
  const outcome = parsePackage(value, sha256)
  return outcome.ok ? 'ok' : outcome.refusal.code
}

/** A finished package of which one item is changed: the digest fits, the content may not. */
function withItem(change: (item: Record<string, unknown>) => void): unknown {
  const copy = JSON.parse(JSON.stringify(paper)) as { sections: { items: Record<string, unknown>[] }[] }
  change(copy.sections[0]?.items[0] ?? {})
  const { digest: _, ...body } = copy as unknown as typeof paper
  return finishPackage(body, sha256)
}

describe('a paper package', () => {
  test('is read back as it was made, also after a JSON round trip', () => {
    assert.deepEqual(parsePackage(clone(), sha256), { ok: true, value: paper })
  })

  test('with one changed character anywhere is refused by its digest', () => {
    assert.equal(codeOf({ ...clone(), title: '另一份试卷' }), 'package-digest-wrong')
    assert.equal(codeOf({ ...clone(), minutes: 91 }), 'package-digest-wrong')
  })

  test('with a key, an explanation or any unknown field in an item is refused', () => {
    for (const smuggled of ['key', 'explanation', 'optionId', 'rationale'])
      assert.equal(
        codeOf(withItem(item => void ((item['content'] as Record<string, unknown>)[smuggled] = 'option-1-0'))),
        'package-invalid',
        smuggled,
      )
    assert.equal(codeOf(withItem(item => void (item['key'] = { optionId: 'option-1-0' }))), 'package-invalid')
  })

  test('with a content of another type or a repeated item is refused', () => {
    assert.equal(codeOf(withItem(item => void (item['type'] = 'true-false'))), 'package-invalid')
    assert.equal(codeOf(withItem(item => void (item['itemId'] = 'item-s2'))), 'package-invalid')
  })
})

describe('the presented paper', () => {
  test('keeps every item in its section and is the same each time for one attempt', () => {
    const once = presentPaper(paper, theRules(), 'attempt-1')
    assert.deepEqual(presentPaper(paper, theRules(), 'attempt-1'), once)
    assert.deepEqual(
      once.map(s => s.items.map(i => i.itemId).toSorted()),
      paper.sections.map(s => s.items.map(i => i.itemId).toSorted()),
    )
  })

  test('differs between attempts, unless the rules leave it as set', () => {
    const order = (attempt: string, rules = theRules()) => JSON.stringify(presentPaper(paper, rules, attempt))
    assert.notEqual(order('attempt-1'), order('attempt-2'))
    const asSet = theRules({ shuffleItems: false, shuffleOptions: false })
    assert.equal(order('attempt-1', asSet), order('attempt-2', asSet))
    assert.deepEqual(
      presentPaper(paper, asSet, 'x').flatMap(s => s.items.map(i => i.content)),
      itemsOf(paper).map(i => i.content),
    )
  })
})

describe('the limits of a package', () => {
  const withBody = (changes: Record<string, unknown>) => {
    const { digest: _, ...body } = { ...paper, ...changes }
    return codeOf(finishPackage(body as typeof paper, sha256))
  }
  const section = paper.sections[0]

  test('are kept: minutes, sections, items, ids, marks', () => {
    assert.equal(withBody({}), 'ok')
    const bad: Record<string, unknown>[] = [
      { minutes: 0 },
      { minutes: 601 },
      { minutes: 90.5 },
      { version: 2 },
      { packageId: 'not-a-uuid' },
      { paper: 'oral' },
      { title: ' ' },
      { sections: [] },
      { sections: [{ ...section, items: [] }] },
      { sections: [{ ...section, items: [{ ...section?.items[0], marks: 0 }] }] },
      { sections: [{ ...section, items: [{ ...section?.items[0], marks: 1.5 }] }] },
      { sections: [{ ...section, items: [{ ...section?.items[0], type: 'essay' }] }] },
      { releaseKey: 'x' },
    ]
    for (const changes of bad) assert.equal(withBody(changes), 'package-invalid', JSON.stringify(changes).slice(0, 60))
  })

  test('hold for things that are no package at all', () => {
    for (const value of [null, undefined, 0, '', 'text', [], {}, { digest: 'x' }]) assert.equal(codeOf(value), 'package-invalid')
  })

  test('name the place of a fault', () => {
    const outcome = parsePackage(
      withItem(item => void (item['marks'] = -1)),
      sha256,
    )
    assert.deepEqual(!outcome.ok && outcome.refusal.fields?.map(f => f.path), ['sections.0.items.0.marks'])
  })

  test('the digest does not depend on the order in which fields were written', () => {
    const { digest: _, ...body } = paper
    const turned = Object.fromEntries(Object.entries(body).toReversed()) as typeof body
    assert.equal(finishPackage(turned, sha256).digest, paper.digest)
  })
})

describe('pictures and material', () => {
  const rich = aPackageWithMaterial(sha256)
  const faultsOf = (changes: Record<string, unknown>) => {
    const { digest: _, ...body } = { ...rich, ...changes }
    const outcome = parsePackage(finishPackage(body as typeof rich, sha256), sha256)
    return outcome.ok ? [] : (outcome.refusal.fields ?? []).map(field => field.en)
  }

  test('are read back as they were made', () => {
    assert.deepEqual(parsePackage(JSON.parse(JSON.stringify(rich)), sha256), { ok: true, value: rich })
  })

  test('that are named must be there, once', () => {
    assert.deepEqual(faultsOf({ media: [] }), [`picture ${DOT.media} is missing`])
    assert.deepEqual(faultsOf({ stimuli: [] }), ['material material-1 is missing', 'material material-1 is missing'])
    assert.deepEqual(faultsOf({ media: [DOT, DOT] }), [`picture ${DOT.media} stands twice`])
    assert.deepEqual(faultsOf({ stimuli: [...rich.stimuli, ...rich.stimuli] }), ['material material-1 stands twice'])
  })

  test('count in the digest', () => {
    assert.notEqual(
      sha256(digestText({ ...rich, stimuli: [{ ...rich.stimuli[0], title: '材料二' } as (typeof rich.stimuli)[0]] })),
      rich.digest,
    )
  })

  test('must have the bytes of their name', () => {
    const bytesOf = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
    assert.deepEqual(foreignPictures(rich, bytesOf), [])
    assert.equal(foreignPictures({ ...rich, media: [{ ...DOT, base64: 'AAAA' }] }, bytesOf).length, 1)
  })

  test('do not touch a package that has none: it parses without them and keeps its digest', () => {
    const before = JSON.parse(JSON.stringify(paper)) as Record<string, unknown> & { sections: { items: Record<string, unknown>[] }[] }
    delete before['media']
    delete before['stimuli']
    for (const section of before.sections) for (const item of section.items) delete item['stimulusId']
    const read = parsePackage(before, sha256)
    assert.ok(read.ok)
    assert.deepEqual(read.value, paper)
    assert.equal(sha256(digestText(before as never)), paper.digest)
  })

  test('keep their items together and in order, wherever they are shuffled to', () => {
    const places = new Set<number>()
    for (let n = 0; n < 30; n++) {
      const ids = presentPaper(rich, theRules(), `attempt-${n}`).flatMap(section => section.items.map(item => item.itemId))
      const at = ids.indexOf('item-s2')
      assert.equal(ids[at + 1], 'item-s3')
      places.add(at)
    }
    assert.ok(places.size > 2)
  })
})
