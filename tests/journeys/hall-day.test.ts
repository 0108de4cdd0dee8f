import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { SITTING, ticketOf } from '../../src/modules/delivery/fixtures.ts'
import { newId } from '../../src/platform/id.ts'
import { type HallStage, type Machine, PASS, openHallStage } from './stage/hall-stage.ts'
import { pageFaults } from './stage/page-faults.ts'
import { smallTexts } from './stage/small-texts.ts'

let stage: HallStage
let page: Page
const machines = new Map<number, Machine>()
const WALL = `/hall/s/${SITTING}/wall`
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1366, height: 768 }

before(async () => {
  // begun three minutes ago: late-comers are still let in
  stage = await openHallStage('day', { rooms: 2, people: 10, spare: 1, opensIn: -3 })
  page = await stage.window()
})
after(() => stage?.end())

const tile = (seat: string, room = '东楼101') => page.getByRole('gridcell', { name: new RegExp(`^${room}${seat}号`) })
const counter = (face: string) => page.getByRole('group', { name: '按状态筛选' }).getByRole('button', { name: new RegExp(`^${face} `) })
const reads = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()
/** Waits until a counter of the wall shows so many. */
const counts = (face: string, n: number) =>
  counter(face)
    .filter({ hasText: new RegExp(`${n}$`) })
    .waitFor()

async function secondPerson(staffId: string, passPhrase = PASS): Promise<void> {
  await page.getByLabel('第二人编号').fill(staffId)
  await page.getByLabel('第二人口令').fill(passPhrase)
}

test('an empty server says how the first package comes in; with a roster people sign in, a wrong pass phrase is told', async () => {
  await page.goto('/hall/')
  await reads('本服务器还没有考点数据包')
  await stage.picture(page, 'empty')
  await stage.installRoster()
  await page.reload()
  await page.getByLabel('工作人员编号').fill('manager')
  await page.keyboard.press('Enter')
  await reads('请填写口令。')
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '工作人员编号或口令不正确' }).waitFor()
  await stage.picture(page, 'sign-in-refused')
  await page.getByLabel('口令').fill(PASS)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '考前准备' }).waitFor()
  await reads('赵主任')
})

test('the site is made ready from top to bottom and armed by two; a wrong second pass phrase arms nothing', async () => {
  const arm = page.getByRole('button', { name: '进入待考状态' })
  await arm.waitFor()
  assert.equal(await arm.isDisabled(), true, 'nothing is armed while the papers are shut')
  await stage.picture(page, 'site-shut')
  await stage.installPapers()
  await reads('试卷已启封，已按考生分好。')
  await arm.click()
  await secondPerson('engineer', 'wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '确认人的编号或口令不正确' }).waitFor()
  assert.equal(await page.getByLabel('第二人口令').inputValue(), '', 'a wrong pass phrase is typed anew, the rest stays')
  await secondPerson('engineer')
  await page.keyboard.press('Enter')
  await reads('考点已就绪')
  await stage.picture(page, 'site-armed')
})

test('at the door a scanner and the Enter key are enough: ticket, face, code, next person', async () => {
  await page.getByRole('link', { name: '入场' }).click()
  await reads(/前迟到者仍可入场/)
  await page.waitForFunction(() => document.activeElement?.id === 'ticket')
  await page.keyboard.type(ticketOf(1))
  await page.keyboard.press('Enter')
  await reads('东楼101 1号')
  await page.keyboard.press('Enter') // the second line end of a scanner is no decision of a person
  await page.waitForTimeout(600)
  assert.equal(await page.getByRole('button', { name: '核验入场', exact: true }).count(), 1)
  await stage.picture(page, 'door-face')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '入场码' }).waitFor()
  await stage.picture(page, 'door-code')
  const code = await page.locator('.h-code-figures').innerText()
  assert.match(code, /^\d{3} \d{3}$/)
  machines.set(1, await stage.machine(1, code))
  await page.locator('body').click({ position: { x: 5, y: 400 } }) // the focus is nowhere, and the next scan still arrives
  await page.keyboard.type('999999')
  await page.keyboard.press('Enter')
  await reads('没有这个准考证号')
  await page.getByRole('heading', { name: '未到19人' }).waitFor()
  for (let n = 2; n <= 6; n++) {
    const door = await stage.staff('keeper-1', `/sittings/${SITTING}/check-ins`, { actId: newId(), ticketNumber: ticketOf(n) })
    machines.set(n, await stage.machine(n, String(door.body['entryCode'])))
  }
  for (const machine of machines.values()) {
    await machine.beat()
    await machine.save(1)
  }
  await page.getByRole('heading', { name: '未到14人' }).waitFor()
})

test('the wall is live: hands, failing batteries and saves come by themselves, and what waits stands in front', async () => {
  await page.getByRole('link', { name: '看板' }).click()
  await counts('作答中', 6)
  await counts('未到', 14)
  await machines.get(4)?.raiseHand()
  await counts('举手', 1)
  await tile('4').filter({ hasText: '举手' }).waitFor()
  await machines.get(5)?.beat({ batteryPercent: 8 })
  await counts('异常', 1)
  const queue = page.getByRole('complementary', { name: '需要处理' }).getByRole('listitem')
  await queue.nth(1).waitFor()
  assert.match((await queue.nth(0).innerText()).replace(/\s+/g, ' '), /^4 东楼101/)
  assert.match((await queue.nth(1).innerText()).replace(/\s+/g, ' '), /^5 东楼101.*电量10%/)
  await stage.picture(page, 'wall')
  await queue
    .nth(0)
    .getByRole('button', { name: /已处理/ })
    .click()
  await counts('举手', 0)
  await counter('异常').click()
  await tile('5').waitFor()
  assert.equal(await page.getByRole('gridcell').count(), 1, 'the filter shows who wears the face')
  await page.reload()
  await tile('5').waitFor()
  assert.equal(await page.getByRole('gridcell').count(), 1, 'a reload comes back to the same place')
  await counter('异常').click()
})

test('by keyboard alone: find a seat, swap it, a half-filled form survives a reload, the code is read out large', async () => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('0003')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '东楼101 3号' }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: '换到东楼101 备1号' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('主板冒烟')
  await page.reload()
  await page.getByRole('button', { name: '换到东楼101 备1号' }).waitFor()
  assert.equal(await page.getByLabel(/^备注/).inputValue(), '主板冒烟')
  await stage.picture(page, 'swap')
  await page.getByRole('radio', { name: /^备1/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '入场码' }).waitFor()
  const code = await page.locator('.h-code-figures').innerText()
  await stage.picture(page, 'swap-code')
  await page.keyboard.press('Enter')
  await tile('3').filter({ hasText: '故障机' }).waitFor()
  const moved = await stage.machine(3, code)
  await moved.beat()
  machines.set(3, moved)
  await tile('备1').filter({ hasText: '作答中' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
  await page.keyboard.press('Escape')
})

test('time above the threshold takes a second person with the duty; the wall shows it at once', async () => {
  const minutes = async () => Number(/剩余(\d+)分钟/.exec((await tile('2').getAttribute('aria-label')) ?? '')?.[1])
  const before = await minutes()
  await tile('2').click()
  await page.keyboard.press('t')
  await page.getByLabel(/^补时分钟数/).fill('2')
  assert.equal(await page.getByLabel('第二人编号').count(), 0)
  await page.getByLabel(/^补时分钟数/).fill('12')
  await page.getByRole('button', { name: '补12分钟' }).click()
  await page.waitForFunction(() => document.activeElement?.closest('.h-second') !== null)
  await secondPerson('manager')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '确认人不能是操作人本人' }).waitFor()
  await secondPerson('keeper-1')
  await stage.picture(page, 'credit-by-two')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^补时/ }).waitFor()
  await page.keyboard.press('Escape')
  // the sitting has run for about four minutes: that much of the interval fell into it
  await page.waitForFunction(
    ([seat, was]) =>
      Number(/剩余(\d+)分钟/.exec(document.querySelector(`[data-seat="${seat}"]`)?.getAttribute('aria-label') ?? '')?.[1]) > Number(was),
    ['东楼101|2', String(before - 1)],
  )
})

test('a pause stands over all pages with its clock, and resuming lets the room go on', async () => {
  await page
    .getByRole('navigation', { name: '考场', exact: true })
    .getByRole('button', { name: /^东楼101/ })
    .click()
  await page.getByRole('button', { name: '考场控制' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^暂停/ }).click()
  await page.getByRole('button', { name: '暂停东楼101' }).click()
  await reads('已暂停')
  await counts('暂停', 6)
  await page.getByRole('link', { name: '纪事' }).click()
  await reads('已暂停')
  await page.getByRole('cell', { name: '换座' }).waitFor()
  await page.getByRole('button', { name: '补时', exact: true }).click()
  await page.getByRole('cell', { name: /赵主任 第二人孙老师/ }).waitFor()
  await stage.picture(page, 'journal')
  await page.getByRole('link', { name: '看板' }).click()
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await stage.picture(page, 'resume')
  await page.getByRole('button', { name: '恢复并补时' }).click()
  await counts('暂停', 0)
  assert.equal(await page.getByText('已暂停').count(), 0)
})

test('the server is killed under the open wall: the page says since when, comes back by itself, and acts again', async () => {
  await stage.kill()
  await page.getByRole('status').filter({ hasText: '连接中断，正在重连' }).waitFor()
  await reads(/以下是\d\d:\d\d:\d\d的情况/)
  assert.ok((await page.getByRole('gridcell').count()) > 10, 'what was known stays to be read')
  await stage.picture(page, 'lost')
  await stage.start()
  await reads('实时')
  await machines.get(6)?.raiseHand()
  await counts('举手', 1)
  assert.equal(await page.getByText('连接中断').count(), 0)
  await reads('赵主任')
})

test('malpractice by two ends an attempt; then everybody is absent or in, the sitting closes, and the record is drawn up', async () => {
  await tile('6').click()
  await page.keyboard.press('m')
  await page.getByRole('radio', { name: '交头接耳、传递信息' }).check()
  await page.getByLabel('立即终止该考生的作答').check()
  await secondPerson('keeper-2')
  await stage.picture(page, 'malpractice')
  await page.getByRole('button', { name: '登记并终止作答' }).click()
  await counts('已终止', 1)
  await page.keyboard.press('Escape')
  // half an hour on: what would take that long is brought about on the server
  await stage.meanwhile("update hall_sitting set rules = jsonb_set(rules, '{opensAt}', to_jsonb((rules->>'opensAt')::bigint - 40 * 60000))")
  await page.getByRole('link', { name: '入场' }).click()
  await reads(/起不得入场/)
  await page.getByRole('button', { name: '全部记为缺考（14人）' }).click()
  await reads('全部考生已入场')
  await stage.picture(page, 'door-closed')
  for (const n of [1, 2, 3, 4, 5]) {
    const handed = await stage.staff('keeper-1', `/sittings/${SITTING}/hand-ins`, {
      actId: newId(),
      candidateRef: `candidate-${n}`,
      note: '',
    })
    assert.equal(handed.status, 200, JSON.stringify(handed.body))
  }
  await page.getByRole('link', { name: '看板' }).click()
  await counts('已交卷', 5)
  await counts('缺考', 14)
  await page.getByRole('button', { name: '考场控制' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^结束场次/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '结束场次' }).click()
  await page.getByRole('link', { name: '考场记录' }).click()
  const sheet = page.getByRole('article')
  await sheet.getByText('交头接耳、传递信息').waitFor()
  await sheet.getByText('赵主任、李老师').waitFor()
  await sheet.getByText('赵主任、孙老师').waitFor()
  assert.match((await sheet.innerText()).replace(/\s+/g, ' '), /应到 10人 实到 6人 缺考 4人 交卷 5人 终止或到时收卷 1人/)
  assert.equal(await sheet.getByRole('img', { name: '审计校验点' }).count(), 1)
  await stage.picture(page, 'record')
})

test('every page keeps names, words, letters and widths in order, in both languages and at both sizes', async () => {
  const faults: string[] = []
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate(chosen => localStorage.setItem('zh_lang', chosen), language)
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      for (const path of [
        '/hall/site',
        WALL,
        `${WALL}?seat=${encodeURIComponent('东楼101|1')}`,
        WALL.replace('wall', 'door'),
        WALL.replace('wall', 'journal'),
        WALL.replace('wall', 'record'),
        WALL.replace('wall', 'result'),
      ]) {
        await page.goto(path)
        await page.getByRole('heading').first().waitFor()
        await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
        const found = [...(await pageFaults(page, language)), ...(await smallTexts(page)).map(text => `small: ${text}`)]
        faults.push(...found.map(fault => `${language} ${size.width} ${path.slice(-12)}: ${fault}`))
        await stage.picture(page, `${path.split('/').at(-1)?.split('?')[0]}-${language}`)
      }
    }
  }
  assert.deepEqual([...new Set(faults)], [])
})

test('signing out leaves nothing behind, and no page did what no page may do', async () => {
  await page.setViewportSize(DESK)
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByLabel('工作人员编号').waitFor()
  assert.deepEqual(stage.faults, [])
})
