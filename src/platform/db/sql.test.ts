import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBlocks } from './sql.ts'

test('named blocks become statements with numbered parameters, each once', () => {
  const blocks = parseBlocks('-- name: find\nselect :id as a, :name as b, :id as c;\n-- name: other\nselect 1\n', 'x.sql')
  assert.deepEqual([...blocks.keys()], ['find', 'other'])
  assert.equal(blocks.get('find')?.text, 'select $1 as a, $2 as b, $1 as c')
  assert.deepEqual(blocks.get('find')?.parameters, ['id', 'name'])
})

test('casts, quoted text and comments are no parameters', () => {
  const block = parseBlocks(`-- name: q\nselect ':no', 'it''s :no', :yes::jsonb -- :no\n`, 'x.sql').get('q')
  assert.deepEqual(block?.parameters, ['yes'])
})

test('a name that stands twice in a file is a bug', () => {
  assert.throws(() => parseBlocks('-- name: a\nselect 1;\n-- name: a\nselect 2;\n', 'x.sql'), /stands twice/)
})

test('a changed text gets another prepared name, so no stale plan is used', () => {
  const name = (text: string) => parseBlocks(`-- name: a\n${text}`, 'x').get('a')?.name
  assert.notEqual(name('select 1'), name('select 2'))
})
