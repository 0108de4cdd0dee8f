import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { settled } from './stage/acts.ts'
import { admit, liveSeason } from './stage/country.ts'
import { pageFaults } from './stage/page-faults.ts'
import { enterExam } from './stage/sitting.ts'
import { DESK, openStage, PHONE, type Stage } from './stage/stage.ts'

let stage: Stage
before(async () => {
  stage = await openStage('accessibility')
  await liveSeason(stage.address)
})
after(() => stage?.end())

type Press = readonly ['button' | 'link', RegExp]
type Place = {
  readonly name: string
  /** Comes to the page, signed in as far as it needs. */
  readonly open: () => Promise<Page>
  /** What one comes to the page for, press by press, as it is called in Chinese, and what shows that it happened. */
  readonly presses: readonly Press[]
  readonly done: (page: Page) => Promise<unknown>
}

const shows = (text: string | RegExp) => (page: Page) => page.getByText(text).filter({ visible: true }).first().waitFor()

async function visit(path: string): Promise<Page> {
  const page = await stage.window()
  await page.goto(path)
  return page
}

/** The way in is the matter of the other journey; here somebody stands signed in before the page. */
async function visitAs(persona: string, path: string): Promise<Page> {
  const page = await stage.window()
  const entered = await page.context().request.post('/api/identity/persona-sign-ins', { data: { persona } })
  assert.equal(entered.status(), 200, persona)
  await page.goto(path)
  return page
}

const places: readonly Place[] = [
  { name: 'sign-in', open: () => visit('/sign-in'), presses: [['button', /^登录$/]], done: shows('请填写账号。') },
  { name: 'register', open: () => visit('/register'), presses: [['button', /^注册$/]], done: shows('此项必填。') },
  { name: 'look-up', open: () => visit('/certificates'), presses: [['button', /^查询$/]], done: shows('请填写证书编号。') },
  { name: 'standard edition', open: () => visit('/standard/ec-2005'), presses: [['link', /工作要求/]], done: page => page.waitForURL(/#/) },
  {
    name: 'apply',
    open: () => visitAs('candidate-new', '/apply'),
    presses: [['button', /开始申报/]],
    done: page => page.waitForURL(/\/form/),
  },
  {
    name: 'application form',
    open: async () => {
      const page = await visitAs('candidate-draft', '/my-applications')
      await page.getByRole('link', { name: '继续填写' }).click()
      await page.getByRole('button', { name: '下一步' }).waitFor()
      return page
    },
    presses: [['button', /下一步/]],
    done: page => page.waitForURL(/step=person/),
  },
  {
    name: 'review',
    open: () => visitAs('registrar-92', '/reviews'),
    presses: [['button', /^打开/]],
    done: page => page.getByRole('dialog').waitFor(),
  },
  {
    name: 'review of an application',
    open: async () => {
      const page = await visitAs('registrar-92', '/reviews')
      await page.getByRole('button', { name: /^打开/ }).first().click()
      await page.getByRole('dialog').getByRole('link', { name: '打开审查页' }).click()
      await page.getByRole('button', { name: '退回补正' }).waitFor()
      return page
    },
    presses: [
      ['button', /^证明材料不清晰/],
      ['button', /^退回补正$/],
    ],
    done: page => page.waitForURL(/reviews$/),
  },
  {
    name: 'ticket',
    open: () => visitAs('candidate-today', '/my/ticket'),
    presses: [['button', /下载准考证/]],
    done: page => page.waitForEvent('download'),
  },
  {
    name: 'exam paper',
    open: async () => {
      const { ticketNumber, entryCode } = await admit(stage.address, 'candidate-today-b')
      stage.clock('2026-12-27', '08:30', 5)
      const page = await stage.window()
      await enterExam(page, ticketNumber, entryCode)
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: '信息无误，进入考试须知' }).click()
      await page.getByRole('button', { name: '开始作答' }).click()
      await page.getByRole('heading', { name: '第1题' }).waitFor()
      return page
    },
    presses: [['button', /下一题/]],
    done: page => page.getByRole('heading', { name: '第2题' }).waitFor(),
  },
]

const MOST_TABS = 250

/** Tab by Tab to the thing, which must show that it has the focus, then Enter. */
async function pressByKeyboard(page: Page, [role, name]: Press): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab')
    const reached = await target.evaluate(element => element === document.activeElement && element.matches(':focus-visible'))
    if (reached) return page.keyboard.press('Enter')
  }
  assert.fail(`${name} is not reached by ${MOST_TABS} Tabs`)
}

/** The page in both languages and sizes; then what one comes for, with the keyboard alone. */
async function lookOver({ name, open, presses, done }: Place): Promise<void> {
  const page = await open()
  const faults: string[] = []
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate(chosen => localStorage.setItem('zh_lang', chosen), language)
    await page.reload()
    await page.getByRole('heading').first().waitFor()
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      await settled(page)
      faults.push(...(await pageFaults(page, language)).map(fault => `${language} ${size.width}: ${fault}`))
      await stage.picture(page, `${name.replaceAll(' ', '-')}-${language}`)
    }
  }
  assert.deepEqual([...new Set(faults)], [])
  await page.setViewportSize(DESK)
  const happened = done(page)
  for (const press of presses) await pressByKeyboard(page, press)
  await happened
  assert.deepEqual(stage.faults, [])
  await page.context().close()
}

for (const place of places)
  test(`${place.name}: names, words, languages and widths are in order, and the keyboard alone does what one comes for`, () =>
    lookOver(place))
