import type { Page } from 'playwright-core'
import { choose } from './acts.ts'
import type { Chosen } from './papers.ts'

/** Who applies, as it stands on the identity card. */
export type Applicant = { readonly name: string; readonly idNumber: string; readonly mobile: string; readonly password: string }

/** Fills the registration of an account, up to but without the button. */
export async function fillRegistration(page: Page, { name, idNumber, mobile, password }: Applicant): Promise<void> {
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('证件号码').fill(idNumber)
  await page.getByLabel('手机号码').fill(mobile)
  await page.getByLabel('设置密码').fill(password)
  await page.getByLabel('再输入一次密码').fill(password)
}

export async function signInWithPassword(page: Page, { mobile, password }: Applicant): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('账号', { exact: true }).fill(mobile)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL('**/home')
}

/** One step on in the form of application. */
export async function nextStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
}

export async function fillPerson(page: Page): Promise<void> {
  await choose(page, '民族', '汉族')
  await choose(page, '文化程度', '大学专科')
  await choose(page, '考生来源', '企业')
  await page.getByLabel('从事本职业年限（年）').fill('2')
  await page.getByLabel(/工作单位或就读学校/).fill('云江锦程电子商务有限公司')
  await page.getByLabel('通讯地址').fill('云江省云江市学府路18号2栋301室')
}

/** One employment in the occupation itself, still held. */
export async function fillEmployment(page: Page, from: string): Promise<void> {
  const sheet = page
    .locator('section,div')
    .filter({ has: page.getByRole('heading', { name: '工作经历' }) })
    .last()
  await sheet.getByRole('button', { name: '添加' }).click()
  const row = page.getByRole('group', { name: /第1项/ })
  await row.getByLabel('工作单位').fill('云江锦程电子商务有限公司')
  await row.getByLabel('开始日期').fill(from)
  await choose(row, /与本职业的关系/, '本职业')
  await choose(row, /工作性质/, '正式工作')
}

/** Chooses a file in the place that has this label. */
export async function upload(page: Page, place: RegExp, file: Chosen): Promise<void> {
  await page.getByLabel(place).and(page.locator('input[type=file]')).setInputFiles(file)
}
