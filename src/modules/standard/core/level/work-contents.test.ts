import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allEditions, findEdition } from '../registry.ts'
import { findWorkContent, workContents } from './work-contents.ts'

const found = findEdition('ec-2005')
const edition = found.ok ? found.value : assert.fail()

test('a 工作内容 is found by its number, counted by place within its level', () => {
  assert.deepEqual(findWorkContent(edition, 'L4-1.2'), { code: 'L4-1.2', function: '网络商务信息收集与处理', name: '信息整理与发布' })
  assert.equal(findWorkContent(edition, 'L4-4.2')?.name, '支付与单证')
  for (const code of ['L4-1.3', 'L4-0.1', 'L9-1.1', '', '1.1']) assert.equal(findWorkContent(edition, code), undefined, code)
})

test('numbers are unique within a level, whatever the edition', () => {
  for (const each of allEditions())
    for (const level of ['L5', 'L4', 'L3', 'L2', 'L1']) {
      const codes = workContents(each, level).map(one => one.code)
      assert.equal(new Set(codes).size, codes.length, `${each.id} ${level}`)
    }
})
