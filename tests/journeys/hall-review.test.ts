import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { SITTING, ticketOf } from '../../src/modules/delivery/fixtures.ts'
import { readSebFile } from '../../src/platform/files/seb-file/seb-file.ts'
import { newId } from '../../src/platform/id.ts'
import { type HallStage, type Machine, PASS, openHallStage } from './stage/hall-stage.ts'
import { pageFaults } from './stage/page-faults.ts'
import { smallTexts } from './stage/small-texts.ts'

let stage: HallStage
let page: Page
let configKey: string
const machines = new Map<number, Machine>()
const AT = `/hall/s/${SITTING}`
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1366, height: 768 }

before(async () => {
  stage = await openHallStage('review', { rooms: 1, people: 8, spare: 1, opensIn: -3, seb: true })
  await stage.installRoster()
  page = await stage.window()
})
after(() => stage?.end())

const reads = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()
const part = (name: string) => page.getByRole('region', { name, exact: true })

async function signIn(staffId: string): Promise<void> {
  await page.getByLabel('工作人员编号').fill(staffId)
  await page.getByLabel('口令').fill(PASS)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '退出' }).waitFor()
}

async function secondPerson(staffId: string): Promise<void> {
  await page.getByLabel('第二人编号').fill(staffId)
  await page.getByLabel('第二人口令').fill(PASS)
}

/** Checks the n-th candidate in and sits down at the machine. */
async function seated(n: number, proof?: string): Promise<Machine> {
  const door = await stage.staff('keeper-1', `/sittings/${SITTING}/check-ins`, { actId: newId(), ticketNumber: ticketOf(n) })
  assert.equal(door.status, 200, JSON.stringify(door.body))
  const machine = await stage.machine(n, String(door.body['entryCode']), proof)
  machines.set(n, machine)
  return machine
}

test('the engineer makes the configuration once, sees its passwords once, and downloads a file that opens with its password only', async () => {
  await page.goto('/hall/')
  await signIn('engineer')
  await page.getByRole('link', { name: '安全考试浏览器' }).click()
  await page.getByRole('heading', { level: 1, name: '安全考试浏览器' }).waitFor()
  await reads('先生成配置。')
  await stage.picture(page, 'seb-empty')
  await page.getByRole('button', { name: '填写并生成' }).click()
  assert.equal(await page.getByLabel(/^考生机访问本服务器的地址/).inputValue(), stage.address())
  await page.getByLabel(/^准用的浏览器版本/).fill('linux 1')
  await reads(/第1行看不懂/)
  await stage.picture(page, 'seb-form')
  await page.getByLabel(/^准用的浏览器版本/).fill('')
  await page.getByLabel(/^考生机访问本服务器的地址/).focus()
  await page.keyboard.press('Enter')
  await part('配置口令').waitFor()
  const passwords = await part('配置口令').locator('code').allInnerTexts()
  assert.equal(passwords.length, 2)
  for (const password of passwords) assert.match(password, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  await stage.picture(page, 'seb-passwords')
  await page.keyboard.press('Enter')
  await reads('配置已生成，口令在生成时已显示过。')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '生成并下载配置文件' }).click()
  const bytes = readFileSync(await (await coming).path())
  const shown = (await page.locator('.h-seb-digest').innerText()).replace(/\s/g, '')
  assert.equal(shown, hash('sha256', bytes, 'hex'), 'the digest on the page is that of the file')
  const password = await part('配置口令').locator('code').innerText()
  assert.ok(readSebFile(bytes, password).ok)
  assert.equal(readSebFile(bytes, passwords[0] ?? '').ok, false)
  await stage.picture(page, 'seb-file')
  await page.getByRole('button', { name: '已抄写' }).click()
  await page.reload()
  await reads('配置已生成，口令在生成时已显示过。')
  assert.equal(await page.getByText(password).count(), 0, 'no password is shown twice')
  configKey = await stage.sebConfigKey()
})

test('a machine that changes its browser stands still: the page says where and what to do, two unlock it by keyboard', async () => {
  await stage.installPapers()
  assert.equal((await stage.staff('manager', '/arming', { witness: { staffId: 'engineer', passPhrase: PASS } })).status, 200)
  const machine = await seated(1, configKey)
  await machine.save(1)
  await machine.save(2, { proven: false, refused: 'locked-integrity' })
  await page.getByRole('button', { name: '退出' }).click()
  await signIn('keeper-1')
  await page.goto(`${AT}/seb`)
  await reads('1名考生因浏览器不符停住')
  await reads(/关闭普通浏览器，用本场配置文件打开/)
  await stage.picture(page, 'seb-locked')
  await page.getByRole('link', { name: '解锁', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: '解除浏览器锁定' }).waitFor()
  await page.keyboard.type('误开普通浏览器，已换回')
  await secondPerson('engineer')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '两人的职责不符合这项操作的要求' }).waitFor()
  await secondPerson('manager')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: '办理' }).waitFor()
  await page.getByRole('link', { name: '安全浏览器' }).click()
  await reads('没有停住的考生')
  await machine.save(2)
})

test('one candidate goes on without the browser by decision of two; the others do not', async () => {
  const machine = await seated(2)
  await machine.save(1, { refused: 'seb-missing' })
  await page.keyboard.press('/')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '东楼101 2号' }).waitFor()
  await page.getByRole('button', { name: /^免用安全浏览器/ }).waitFor()
  await page.keyboard.press('b')
  await page.getByRole('form', { name: '免用安全浏览器' }).waitFor()
  await page.keyboard.type('备用机系统不支持')
  await secondPerson('manager')
  await stage.picture(page, 'seb-exempt')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: '办理' }).waitFor()
  await page.goto(`${AT}/seb`)
  await page.getByRole('cell', { name: '孙老师 第二人赵主任' }).waitFor()
  await page.getByRole('cell', { name: '备用机系统不支持' }).waitFor()
  await stage.picture(page, 'seb-exempted')
})

test('work that came after the end waits with its grounds; two take one and leave another; what arrived meanwhile is not decided unseen', async () => {
  const again = await stage.staff('keeper-1', `/sittings/${SITTING}/entry-codes`, {
    actId: newId(),
    candidateRef: 'candidate-2',
    reason: 'machine-hung',
    note: '',
  })
  const exempt = await stage.machine(2, String(again.body['entryCode']))
  const proven = machines.get(1) as Machine
  await exempt.save(1)
  await stage.staff('keeper-1', `/sittings/${SITTING}/incidents`, {
    actId: newId(),
    kind: 'place',
    candidateRef: null,
    reason: 'network',
    note: '2号交换机断电',
  })
  await proven.handIn(2)
  await exempt.handIn(1)
  await page.goto(`${AT}/review`)
  await reads('没有待决定的迟到作答')
  await reads('没有不一致的记录')
  await stage.picture(page, 'review-empty')
  await proven.save(3, { optionId: 'b' })
  await exempt.save(2, { optionId: 'c' })
  await page.reload()
  await reads('2份迟到作答待决定')
  const first = page.getByRole('listitem').filter({ hasText: '东楼101 1号' })
  await first.getByText('迟到1条，采用后改变1题').waitFor()
  await first.getByRole('button', { name: '作出决定' }).click()
  await page.getByText('2号交换机断电').waitFor()
  assert.equal(await page.getByRole('button', { name: '作出决定' }).last().isDisabled(), false)
  assert.equal(await first.getByRole('button', { name: '作出决定' }).isDisabled(), true, 'nothing is chosen beforehand')
  await page.keyboard.press('Space')
  await first.getByRole('button', { name: '采用1条迟到作答' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text')
  await page.keyboard.type('交换机断电，已核对监控')
  await secondPerson('engineer')
  await stage.picture(page, 'late-form')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '两人的职责不符合这项操作的要求' }).waitFor()
  await proven.save(4, { optionId: 'd' })
  await secondPerson('manager')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '列表显示之后又收到了迟到的作答' }).waitFor()
  await first.getByText('迟到2条，采用后改变1题').waitFor()
  await stage.picture(page, 'late-changed')
  assert.equal(await first.getByRole('button', { name: '作出决定' }).isDisabled(), true, 'what was chosen was about less')
  assert.equal(await page.getByLabel(/^说明/).inputValue(), '交换机断电，已核对监控')
  await page.getByRole('radio', { name: '采用', exact: true }).check()
  await secondPerson('manager')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: '采用2条' }).waitFor()
  await page.getByRole('button', { name: '作出决定' }).click()
  await page.keyboard.press('ArrowLeft')
  await page.getByLabel(/^说明/).fill('交卷后另开页面作答')
  await secondPerson('manager')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: '不采用1条' }).waitFor()
  await reads('没有待决定的迟到作答')
  await stage.picture(page, 'late-decided')
  await page.getByRole('link', { name: '纪事' }).click()
  await page.getByRole('cell', { name: '迟到作答已决定' }).first().waitFor()
})

test('what two servers did differently is listed with what counts and what to find out, and leads to the seat', async () => {
  // another server marked somebody absent whom this one let in, and ended a pause that this one ended too
  const copy = (kind: string, facts: string) =>
    stage.meanwhile(
      `insert into hall_act (sitting_id, id, origin, kind, facts, done_by, done_at) values ($1, $2, 'site-b', '${kind}', '${facts}', 'person:keeper-2', $3)`,
      [SITTING, newId(), Date.now()],
    )
  await copy('marked-absent', '{"candidate":"candidate-1"}')
  for (let n = 0; n < 2; n++) await copy('resumed', '{"halt":"00000000-0000-4000-8000-000000000001"}')
  await page.goto(`${AT}/review`)
  await reads('2项记录待核')
  await reads('既记为缺考，又有入场记录')
  await reads('同一次暂停被恢复了两次')
  await stage.picture(page, 'review-found')
  await page.getByRole('link', { name: '打开座位' }).click()
  await page.getByRole('dialog', { name: '东楼101 1号' }).waitFor()
})

test('the pages keep names, words, letters and widths in order, in both languages and at both sizes', async () => {
  const faults: string[] = []
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate(chosen => localStorage.setItem('zh_lang', chosen), language)
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      for (const name of ['review', 'seb', 'site']) {
        await page.goto(name === 'site' ? '/hall/site' : `${AT}/${name}`)
        await page.getByRole('heading').first().waitFor()
        await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
        const found = [...(await pageFaults(page, language)), ...(await smallTexts(page)).map(text => `small: ${text}`)]
        faults.push(...found.map(fault => `${language} ${size.width} ${name}: ${fault}`))
        await stage.picture(page, `${name}-${language}`)
      }
    }
  }
  assert.deepEqual([...new Set(faults)], [])
  assert.deepEqual(stage.faults, [])
})
