import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOf, fileOf } from './mount-pages.ts'
import { publicPages } from './public/page-table.ts'

test('the home page and every public page come from the public bundle', () => {
  for (const path of ['/', ...publicPages.map(page => page.path)]) assert.equal(documentOf(path), 'public', path)
})

test('the exam client answers below /exam/, the portal for everything else', () => {
  for (const path of ['/exam/hall', '/sit/0b9c/nonce']) assert.equal(documentOf(path), 'candidate', path)
  for (const path of ['/lab', '/lab/', '/lab/worlds/0b9c']) assert.equal(documentOf(path), 'lab', path)
  for (const path of ['/home', '/laboratory', '/sign-in', '/standard/ec-2005', '/examination', '/no/such/page', '/sitting'])
    assert.equal(documentOf(path), 'portal', path)
})

test('files lie where their bundle was built', () => {
  assert.equal(fileOf('/exam/assets/a-1.js'), 'candidate/assets/a-1.js')
  assert.equal(fileOf('/public/assets/a-1.js'), 'public/assets/a-1.js')
  assert.equal(fileOf('/lab-files/assets/a-1.js'), 'lab/assets/a-1.js')
  assert.equal(fileOf('/assets/a-1.js'), 'portal/assets/a-1.js')
})
