import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mediaOf } from './media.ts'
import { Picture } from './picture.ts'
import { Prose, plainText } from './prose.ts'

const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
const block = (media: string) => ({ kind: 'picture', media, alt: '店铺首页', width: 10, height: 20 })

test('pictures are found wherever they stand, each once and in order', () => {
  const content = { stem: [block(two)], parts: [{ content: { picture: { media: one, alt: 'x' } } }, { content: { stem: [block(two)] } }] }
  assert.deepEqual(mediaOf(content), [two, one])
  for (const none of [null, 1, 'text', [], {}, { media: 'not a digest' }, { media: [one] }, { text: one }])
    assert.deepEqual(mediaOf(none), [])
})

test('a picture has its digest, its size and its words', () => {
  assert.ok(Picture.safeParse({ media: one, alt: 'x', width: 1, height: 1 }).success)
  for (const bad of [
    { media: 'x', alt: 'x', width: 1, height: 1 },
    { media: one.toUpperCase().replaceAll('1', 'F'), alt: 'x', width: 1, height: 1 },
    { media: one, alt: ' ', width: 1, height: 1 },
    { media: one, alt: 'x', width: 0, height: 1 },
    { media: one, alt: 'x', width: 1, height: 1.5 },
    { media: one, alt: 'x', width: 1, height: 1, src: 'http://elsewhere' },
  ])
    assert.equal(Picture.safeParse(bad).success, false, JSON.stringify(bad))
})

test('in a text it is a block whose words are what it shows', () => {
  const prose = Prose.parse([{ kind: 'paragraph', text: '见图。' }, block(one)])
  assert.equal(plainText(prose), '见图。\n店铺首页')
  assert.equal(Prose.safeParse([{ ...block(one), caption: 'x' }]).success, false)
})
