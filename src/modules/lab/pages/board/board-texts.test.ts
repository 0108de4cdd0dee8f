import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../../ui/words.ts'
import * as help from '../desktop/help/words.zh.ts'
import * as helpEn from '../desktop/help/words.en.ts'
import { type Board, boardCsv, maskedName, sinceText } from './board-texts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const row = (name: string, more: object = {}): Board['rows'][number] =>
  ({
    ownerId: 'p',
    worldId: 'w',
    name,
    standing: { kind: 'working', code: null, zh: null, times: 0 },
    touchedAt: 0,
    lap: 1,
    got: 150,
    max: 300,
    hints: 0,
    cards: { sent: 0, read: 0 },
    checks: [{ id: 'a', state: 'met' }],
    ...more,
  }) as Board['rows'][number]

const board = (rows: Board['rows']): Board =>
  ({
    workshop: {},
    now: 125_000,
    minutes: 5,
    checks: [
      { id: 'a', say: '收款人，正确', max: 100 },
      { id: 'b', say: '=附言', max: 200 },
    ],
    rows,
    refusals: [],
  }) as unknown as Board

test('words of the board and of the help are the same in both languages', () => {
  assert.deepEqual(wordFaults(zh, en), [])
  assert.deepEqual(wordFaults(help.zh, helpEn.en), [])
})

test('the export is what the screen shows, masked when it is masked, and runs in no spreadsheet', () => {
  const stuck = row('=欧阳', { standing: { kind: 'stuck', code: 'E', zh: '户名不符', times: 2 } })
  const lines = (masked: boolean) => boardCsv(board([row('王小芳'), stuck]), [row('王小芳'), stuck], zh, masked).split('\r\n')
  const [head, first, second] = lines(false)
  assert.equal(head, '\uFEFF"学员","情况","反复遇到的拒绝","最后操作（分钟前）","得分","收款人，正确","\'=附言"')
  assert.equal(first, '"王小芳","进行中","",2,1.5,"达成","不要求"')
  assert.match(second ?? '', /^"'=欧阳","卡住","户名不符",/)
  assert.match(lines(true)[1] ?? '', /^"王\*\*",/)
})

test('names and times as a person reads them', () => {
  assert.deepEqual(['王芳', '欧阳娜娜', '阿依古丽·买买提', '王', ''].map(maskedName), ['王*', '欧***', '阿***', '王', ''])
  assert.deepEqual(
    [0, 1, 59, 60, 125].map(n => sinceText(n, zh.board)),
    ['刚刚', '1分钟前', '59分钟前', '1小时0分前', '2小时5分前'],
  )
})
