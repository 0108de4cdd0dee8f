import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readSheets } from '../../src/platform/sheets/read-sheets.ts'
import type { Sheet } from '../../src/platform/sheets/read-sheets.ts'
import { writeSheets } from '../../src/platform/sheets/write-sheets.ts'
import { choose, goTo, reads, settled, signInAs } from './stage/acts.ts'
import { pageFaults } from './stage/page-faults.ts'
import { PHONE, type Stage, openStage } from './stage/stage.ts'

let stage: Stage
let centre: Page
before(async () => {
  stage = await openStage('specification')
  centre = await signInAs(stage, 'national-1')
})
after(() => stage?.end())

async function fetched(name: string): Promise<readonly Sheet[]> {
  const [download] = await Promise.all([centre.waitForEvent('download'), centre.getByRole('button', { name }).click()])
  const sheets = await readSheets(readFileSync(await download.path()))
  assert.ok(sheets.ok)
  return sheets.value
}

let written = 0
async function upload(sheets: readonly Sheet[]): Promise<void> {
  written += 1
  const path = join(tmpdir(), `zhiheng-specification-${process.pid}-${written}.xlsx`)
  writeFileSync(path, await writeSheets(sheets))
  await centre.getByLabel('选择工作簿').setInputFiles(path)
  await centre.getByRole('button', { name: '试读', exact: true }).click()
}

const withPoints = (sheets: readonly Sheet[], change: (rows: Sheet['rows']) => Sheet['rows']): readonly Sheet[] =>
  sheets.map((sheet, at) => (at === 0 ? { ...sheet, rows: change(sheet.rows) } : sheet))

let present: readonly Sheet[] = []

test('the current tables stand in one list; the template has headings and areas, the current table is a workbook', async () => {
  await goTo(centre, '鉴定要素细目表')
  await reads(centre, '还没有录入细目表')
  const pattern = await fetched('下载模板')
  assert.deepEqual(
    pattern.map(sheet => sheet.name),
    ['细目表', '基本信息', '填写说明'],
  )
  assert.equal(pattern[0]?.rows[0]?.[7], '鉴定点代码')
  present = await fetched('下载现行表')
  assert.match(String(present[0]?.rows[1]?.[7]), /^\d{3}$/)
  assert.deepEqual(await pageFaults(centre, 'zh'), [])
  await stage.picture(centre, 'tables', 'phone')
})

test('a workbook with faults is told cell by cell and nothing can be entered', async () => {
  await upload(
    withPoints(present, ([head = [], first = [], ...rest]) => [
      head,
      first.map((cell, at) => (at === 7 ? 1 : at === 9 ? 'W' : cell)),
      ...rest,
    ]),
  )
  await reads(centre, /2处错误/)
  await reads(centre, '细目表!H2')
  await reads(centre, /前导零已丢失/)
  assert.equal(await centre.getByRole('button', { name: /^录入为/ }).count(), 0)
  await stage.picture(centre, 'faults', 'phone')
})

test('a table that leaves out a point with items cannot be entered; the points are listed', async () => {
  await upload(withPoints(present, ([head = [], _first, ...rest]) => [head, ...rest]))
  await reads(centre, /去掉了1个已有试题的鉴定点/)
  await reads(centre, 'A-A-A-001')
  assert.equal(await centre.getByRole('button', { name: /^录入为/ }).count(), 0)
  await stage.picture(centre, 'vanishing', 'phone')
})

test('a sound table shows its differences, is entered, and stands in the page of its level', async () => {
  await upload(
    withPoints(present, ([head = [], first = [], ...rest]) => [
      head,
      first.map((cell, at) => (at === 8 ? '职业道德的概念、特点与作用' : at === 10 ? 3 : cell)),
      first.map((cell, at) => (at === 7 ? '099' : at === 8 ? '职业道德的新要求' : cell)),
      ...rest,
    ]),
  )
  await reads(centre, /没有错误，可以录入为第2版/)
  await reads(centre, '改变：名称、页码')
  await stage.picture(centre, 'differences', 'phone')
  await centre.getByRole('button', { name: '录入为第2版' }).click()
  await reads(centre, /已录入为第2版/)
  await centre.getByRole('link', { name: '查看细目表' }).click()
  await centre.getByRole('heading', { level: 1, name: '鉴定要素细目表' }).waitFor()
  await reads(centre, '职业道德的新要求')
  await settled(centre)
  assert.deepEqual(await pageFaults(centre, 'zh'), [])
  await stage.picture(centre, 'entered', 'phone')
  const again = await fetched('导出Excel')
  await centre.goto('/items/specification')
  await upload(again)
  await reads(centre, /与现行的第2版完全相同/)
})

test('another edition’s level can be given its first table; whoever is not of the national centre sees the list alone', async () => {
  await choose(centre, '职业等级', /三级|高级|电子商务师/)
  await reads(centre, '录入新表')
  await centre.setViewportSize(PHONE)
  assert.deepEqual(await pageFaults(centre, 'zh'), [])
  const writer = await signInAs(stage, 'item-writer')
  await writer.goto('/items/specification')
  await reads(writer, '现行细目表')
  assert.equal(await writer.getByRole('heading', { name: '录入新表' }).count(), 0)
  assert.deepEqual(
    stage.faults.filter(fault => !fault.includes('404')),
    [],
  )
})
