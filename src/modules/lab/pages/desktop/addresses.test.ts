import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appFor, partsOf, tabOf } from './addresses.ts'

const apps = [
  { id: 'desk', zh: '工作台', host: 'desk.lab.test' },
  { id: 'net', zh: '网络', host: null },
  { id: 'mail', zh: '邮件', host: 'mail.lab.test' },
]

test('an address leads to the app whose host it is, a program by its name, else to the browser', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['http://mail.lab.test/', 'mail'],
    ['HTTPS://MAIL.LAB.TEST/inbox', 'mail'],
    ['mail.lab.test', 'mail'],
    ['about:net', 'net'],
    ['about:bank', null],
    ['http://files.yunqi.lab.test/', 'net'],
    ['不是地址', 'net'],
  ]
  for (const [address, app] of cases) assert.equal(appFor(address, apps), app, address)
  assert.equal(appFor('http://files.lab.test/', [apps[0] as (typeof apps)[number]]), null)
})

test('tabs and the parts of an address', () => {
  assert.deepEqual(
    apps.map(app => tabOf(app).address),
    ['http://desk.lab.test/', 'about:net', 'http://mail.lab.test/'],
  )
  assert.deepEqual(partsOf('https://Bank.lab.test/pay?x=1'), { scheme: 'https', host: 'bank.lab.test', path: '/pay?x=1' })
  assert.deepEqual(partsOf('我的 主页'), { scheme: '', host: '', path: '' })
})
