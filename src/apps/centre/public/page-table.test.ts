import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { pageAt, type PublicPage } from './page-table.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const load = () => Promise.resolve(() => null)
const pages: PublicPage[] = [
  { path: '/certificates', zh: '证书查询', en: 'Look-up', load },
  { path: '/verify/', zh: '验证', en: 'Verify', load },
]

test('a page is found by its path, with or without a last slash, and below a beginning', () => {
  assert.equal(pageAt(pages, '/certificates/')?.zh, '证书查询')
  assert.equal(pageAt(pages, '/verify/0123')?.zh, '验证')
  assert.equal(pageAt(pages, '/certificates/0123'), undefined)
  assert.equal(pageAt(pages, '/'), undefined)
})

test('the public words match', () => assert.deepEqual(wordFaults(zh, en), []))
