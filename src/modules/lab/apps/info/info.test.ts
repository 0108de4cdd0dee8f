import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { repeatedWord } from './posts.ts'
import { hitsOf, readAsking } from './search.ts'
import { plainPrice } from './sheet.ts'

const page = (url: string, title: string, text: string, more: object = {}) => ({
  url: `http://${url}`,
  title,
  text,
  day: '2026-01-01',
  filetype: 'html' as const,
  ...more,
})
const pages = [
  page('a.lab.test/', '龙井报价', '每公斤 1200 元'),
  page('b.lab.test/', '茶叶', '龙井 二手设备'),
  page('c.lab.test/x.pdf', '目录', '龙井', { filetype: 'pdf', day: '2026-02-01' }),
]
const found = (q: string): string[] => {
  const asking = readAsking(q)
  assert.ok(asking, q)
  return hitsOf(pages, asking).map(p => p.url)
}

test('operators narrow a search, titles stand first, newer pages before older ones', () => {
  assert.deepEqual(found('龙井'), ['http://a.lab.test/', 'http://c.lab.test/x.pdf', 'http://b.lab.test/'])
  assert.deepEqual(found('龙井 -二手'), ['http://a.lab.test/', 'http://c.lab.test/x.pdf'])
  assert.deepEqual(found('龙井 filetype:pdf'), ['http://c.lab.test/x.pdf'])
  assert.deepEqual(found('site:b.lab.test'), ['http://b.lab.test/'])
  assert.deepEqual(found('intitle:龙井'), ['http://a.lab.test/'])
  assert.deepEqual(found('龙井 after:2026-01-15'), ['http://c.lab.test/x.pdf'])
  assert.deepEqual(found('“二手设备”'), ['http://b.lab.test/'])
  assert.deepEqual(readAsking('龙井 "明前 特级" -site')?.ops, ['minus', 'phrase'])
})

test('what makes no sense is refused, whatever is typed nothing breaks', () => {
  for (const q of ['', '"龙井', 'filetype:exe 茶', 'after:昨天 茶', '-茶', '-site:a.lab.test 茶', 'size:3 茶']) {
    assert.equal(readAsking(q), null, q)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), q => {
      const asking = readAsking(q)
      return asking === null || hitsOf(pages, asking).length <= 3
    }),
  )
})

test('prices are compared a kilogram with tax', () => {
  assert.equal(plainPrice({ price: 60_000, unit: '元/斤', taxed: true }, 13), 120_000)
  assert.equal(plainPrice({ price: 56_000, unit: '元/斤', taxed: false }, 13), 126_560)
  assert.equal(plainPrice({ price: 1_000_500, unit: '元/吨', taxed: true }, 13), 1001) // half away from zero
  assert.equal(plainPrice({ price: 1, unit: '元/包', taxed: true }, 13), null)
})

test('a title that says a word twice is found out', () => {
  assert.equal(repeatedWord('特级明前龙井明前新茶'), '明前')
  assert.equal(repeatedWord('杭州特级明前龙井五百克'), null)
})
