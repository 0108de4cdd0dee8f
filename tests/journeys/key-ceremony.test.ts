import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sealForSites } from '../../src/apps/cli/plant/seal-session.ts'
import { openSessionOfToday, type Today } from '../../src/apps/cli/plant/session-of-today.ts'
import { openCaller } from '../../src/apps/cli/season/driving/caller.ts'
import { openProgress } from '../../src/apps/cli/season/report/progress.ts'
import { openWorld } from '../../src/apps/cli/season/season.ts'
import { arrange } from '../../src/apps/cli/season/steps/arrange.ts'
import { DEMONSTRATION_PHRASE } from '../../src/modules/exam/contract.ts'
import { goTo, reads, settled, signInAs, textOf } from './stage/acts.ts'
import { pageFaults } from './stage/page-faults.ts'
import { type Stage, openStage } from './stage/stage.ts'

const CUSTODIANS = ['auditor', 'chief-assessor', 'verifier'] as const
let stage: Stage
let today: Today
let national: Page
const shares: string[] = []

before(
  async () => {
    // a whole round of applications goes before, which takes its time on a busy machine
    stage = await openStage('ceremony')
    const progress = openProgress({ write: () => true }, () => performance.now())
    const world = await openWorld({ seed: 'ceremony' }, stage.address, progress)
    today = await openSessionOfToday({ ...world, caller: openCaller(ms => pause(ms)) })
    await arrange(today.world, today.session)
    await sealForSites(today.world, today.session)
    national = await signInAs(stage, 'national-1')
  },
  { timeout: 900_000 },
)
after(() => stage?.end())

async function open(page: Page, way: string): Promise<void> {
  await page.goto(`/sessions/${today.session.sessionId}/${way}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
}

test('a session shows its packages, how far the ceremony is, and who has not taken their share', async () => {
  await open(national, 'sealing')
  await reads(national, /第1次封装还有5份密钥份额未领取/)
  await reads(national, '第二位封装人签封')
  assert.deepEqual(await pageFaults(national, 'zh'), [])
  await stage.picture(national, 'sealing', 'phone')
  const [file] = await Promise.all([
    national.waitForEvent('download'),
    national
      .getByRole('button', { name: /^下载.+的试卷包$/ })
      .first()
      .click(),
  ])
  assert.match(file.suggestedFilename(), /^\d{8}-正式-1\.zhpkg$/)
})

test('a rehearsal is ordered, and sealed by two others; whoever ordered it reads why they cannot', async () => {
  await national.getByRole('button', { name: '封装试卷包', exact: true }).click()
  const panel = national.getByRole('dialog')
  await panel.getByText('考前演练（虚构考生和试题）').click()
  await stage.picture(national, 'order', 'phone')
  await panel.getByRole('button', { name: '开始封装' }).click()
  await reads(national, '第2次封装等待签封')
  await reads(national, /您下达了本考次的编场组卷或这次封装/)
  for (const sealer of ['national-2', 'national-3']) {
    const page = await signInAs(stage, sealer)
    await open(page, 'sealing')
    await page.getByLabel('本人口令').fill('wrong pass phrase')
    await page.getByRole('button', { name: '签封全部试卷包' }).click()
    await reads(page, /口令不正确/)
    await page.getByLabel('本人口令').fill(DEMONSTRATION_PHRASE)
    if (sealer === 'national-2') await stage.picture(page, 'seal', 'phone')
    await page.getByRole('button', { name: '签封全部试卷包' }).click()
    await reads(page, sealer === 'national-2' ? '已签封，还需另一位封装人' : '签封完成，正在生成文件')
  }
  await open(national, 'sealing')
  await national.getByRole('button', { name: /第2次封装演练已封装/ }).waitFor()
})

test('each custodian sees their share once, and it goes away with being put away', async () => {
  for (const persona of CUSTODIANS) {
    const page = await signInAs(stage, persona)
    await goTo(page, '密钥与口令')
    const item = page.getByRole('listitem').filter({ hasText: '第1次封装' })
    await item.getByRole('button', { name: '领取份额' }).click()
    await item.getByLabel('口令').fill(DEMONSTRATION_PHRASE)
    if (persona === 'auditor') await stage.picture(page, 'take', 'phone')
    await item.getByRole('button', { name: '显示我的份额' }).click()
    await item.getByText(/请立即逐组抄到份额卡上/).waitFor()
    if (persona === 'auditor') {
      assert.deepEqual(await pageFaults(page, 'zh'), [])
      await stage.picture(page, 'share', 'phone')
    }
    shares.push((await item.locator('.z-spoken code').allInnerTexts()).join('-'))
    await item.getByRole('button', { name: '已抄好或打印，收起' }).click()
    await page.getByRole('button', { name: '已抄好', exact: true }).click()
    await page.reload()
    await reads(page, /已于.+领取/)
    assert.equal(await page.getByText(shares.at(-1)?.split('-')[3] ?? '', { exact: true }).count(), 0)
  }
})

test('two shares are too few, a slip is located, three give the key, which is read out group by group', async () => {
  stage.clock(today.session.day, '07:45')
  await open(national, 'sealing')
  const sealing = national.getByRole('button', { name: /第1次封装正式/ })
  if ((await sealing.getAttribute('aria-expanded')) === 'false') await sealing.click()
  await national.getByRole('link', { name: '启封密钥' }).last().click()
  await reads(national, '输入密钥份额')
  const join = async (texts: readonly string[]) => {
    for (const [at, text] of texts.entries()) await national.getByLabel(`第${at + 1}份`).fill(text)
    await national.getByRole('button', { name: '合成启封密钥' }).click()
  }
  await join([shares[0] ?? '', shares[1] ?? '', ''])
  await reads(national, /只有2份密钥份额，至少需要3份/)
  await join([shares[0] ?? '', (shares[1] ?? '').replace(/^./, first => (first === '0' ? '1' : '0')), shares[2] ?? ''])
  await reads(national, /第2份密钥份额校验不通过.+第1组/)
  await stage.picture(national, 'slip', 'phone')
  await join(shares)
  await reads(national, '启封密钥已合成，与清单中的校验值一致')
  assert.equal(await national.locator('.z-spoken li').count(), 7)
  assert.deepEqual(await pageFaults(national, 'zh'), [])
  await stage.picture(national, 'key', 'phone')
  const [file] = await Promise.all([national.waitForEvent('download'), national.getByRole('button', { name: '存为文件' }).click()])
  assert.equal(file.suggestedFilename(), '启封密钥-第1次封装.txt')
  await open(national, 'sealing')
  await reads(national, '开考前，3位密钥保管人到场合成启封密钥并发放')
})

test('the board tells how the sites stand; a row opens the site with its keys; a province sees its own', async () => {
  await open(national, 'board')
  await reads(national, '已核对')
  assert.deepEqual(await pageFaults(national, 'zh'), [])
  await stage.picture(national, 'board', 'phone')
  await national.locator('.z-row-name').first().click()
  await reads(national.getByRole('dialog'), '密钥登记')
  await stage.picture(national, 'site', 'phone')
  const rows = await national.locator('.z-row-name').allInnerTexts()
  const province = await signInAs(stage, 'province-91')
  await open(province, 'board')
  const own = await province.locator('.z-row-name').allInnerTexts()
  assert.deepEqual(
    own,
    rows.filter(row => row.includes('9101') || row.includes('9100')),
  )
  await open(national, 'results-in')
  await reads(national, '上传结果包')
  assert.match(await textOf(national.locator('main')), /未结束/)
  await stage.picture(national, 'results', 'phone')
})

test('no page made a fault on the way', () => {
  assert.deepEqual(stage.faults, [])
})
