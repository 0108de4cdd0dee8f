import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableStateOf } from '../../../../ui/components/table/table-address.ts'
import { searchItems } from '../../contract.ts'
import { searchWish } from './search-wish.ts'

const place = { editionId: 'ec-2005', level: 'L4' }
const names = { filters: ['type', 'area', 'point', 'difficulty', 'importance', 'state', 'writer', 'used'], columns: [] }
const wish = (address: string, text = '') => searchWish(place, tableStateOf(new URLSearchParams(address), names), text)
const asked = (address: string, text = '') => searchItems.body.parse(wish(address, text))

test('an empty address asks for everything of the level', () => {
  const body = asked('')
  assert.deepEqual([body.editionId, body.level, body.area, body.states, body.difficulty], ['ec-2005', 'L4', [], [], { least: 1, most: 5 }])
})

test('every part of the address narrows the search', () => {
  const body = asked(
    'q=l4-ec&type=matching&area=基础／概念&point=A-A-B-003&difficulty=2&importance=X&state=trial&writer=林夕&used=unused',
    ' 点击率 ',
  )
  assert.deepEqual(
    { ...body, from: 0, most: 50 },
    {
      ...place,
      code: 'L4-EC',
      area: ['基础', '概念'],
      point: 'A-A-B-003',
      type: 'matching',
      states: ['trial'],
      difficulty: { least: 2, most: 2 },
      importance: 'X',
      writer: '林夕',
      used: 'unused',
      text: '点击率',
      from: 0,
      most: 50,
    },
  )
})

test('what no list offers narrows nothing and is never refused', () => {
  const body = asked(`type=riddle&difficulty=9&state=lost&importance=Q&used=maybe&point=${'A-'.repeat(40)}`)
  assert.deepEqual([body.type, body.states, body.importance, body.used, body.difficulty], ['', [], '', '', { least: 1, most: 5 }])
})
