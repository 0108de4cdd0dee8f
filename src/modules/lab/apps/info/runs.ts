import type { Json } from '../../core/world/canonical.ts'
import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const DAY = 86_400
const pages = [
  {
    url: 'http://lvye.lab.test/price',
    title: '绿叶茶厂报价',
    day: '2026-02-20',
    text: '明前龙井 1200 元/公斤，含税，10 公斤起订。',
    company: '绿叶茶厂',
  },
  { url: 'http://yunding.lab.test/', title: '云顶茶业 龙井', day: '2026-02-18', text: '龙井 560 元/斤，不含税。', company: '云顶茶业' },
  {
    url: 'http://yunding.lab.test/2025',
    title: '云顶茶业 2025 年报价',
    day: '2025-03-01',
    text: '龙井 500 元/斤。',
    company: '云顶茶业',
    current: false,
  },
  { url: 'http://jiuzhan.lab.test/', title: '旧站茶行 龙井', day: '2024-05-01', text: '龙井 900 元/公斤。', company: '旧站茶行' },
  {
    url: 'http://news1.lab.test/1',
    title: '云顶茶业龙井上市',
    day: '2026-02-18',
    text: '龙井 560 元/斤。',
    company: '云顶茶业',
    origin: 'pr-1',
  },
  { url: 'http://news2.lab.test/1', title: '绿叶与云顶的龙井', day: '2026-02-19', text: '龙井行情。', company: '绿叶茶厂', origin: 'pr-1' },
  { url: 'http://files.lab.test/list.pdf', title: '龙井目录', day: '2026-01-05', filetype: 'pdf', text: '龙井目录。' },
]
const company = (name: string, more: object): Json => ({
  name,
  item: '龙井',
  alive: true,
  price: 120_000,
  least: 10,
  contact: '李明',
  phone: '0571-00001234',
  ...more,
})
const tea = { name: '明前龙井', category: 'tea.green', price: 128_000, unit: '元/公斤', attrs: { 产地: '杭州', 等级: '特级' } }
const info = {
  pages,
  later: [{ after: DAY, url: 'http://news3.lab.test/9', title: '龙井价格上调', day: '2026-03-03', text: '龙井每公斤上调 20 元。' }],
  companies: [
    company('绿叶茶厂', {}),
    company('云顶茶业', { price: 126_560, phone: '0571-00005678' }),
    company('旧站茶行', { alive: false, contact: 'TAINT-9401' }),
  ],
  goods: [tea, { name: '龙井礼盒', category: 'gift', price: 1, unit: '元/盒', attrs: { 内部代号: 'TAINT-9402' } }],
  categories: [
    { id: 'tea.green', zh: '食品饮料 > 茶叶 > 绿茶', attrs: ['产地', '等级'] },
    { id: 'tea.red', zh: '食品饮料 > 茶叶 > 红茶' },
  ],
  delicate: ['降血压', 'TAINT-9403'],
  series: [{ item: '龙井', unit: '元/公斤', points: [{ day: '2026-02-01', price: 118_000 }] }],
  filler: { count: 12, goods: ['龙井', '白茶'] },
  channels: [{ id: 'trade', zh: '行业' }],
  news: { who: ['云栖茶业'], where: ['杭州'], what: ['上市'] },
}
const agent = (policy: string, params: Record<string, Json>) => ({
  id: agentId(`agent.${policy}`),
  name: `${policy}`,
  app: appId('info'),
  policy,
  params,
  secret: { hidden: { note: 'TAINT-9404' } },
})
const agents = [
  agent('inquirer', {
    name: '清和茶行',
    after: 3600,
    text: '请问 50 公斤什么价？',
    mail: { to: 'wang@yunqi.lab.test', from: 'buyer@qinghe.lab.test' },
  }),
  agent('checker', { after: 1800 }),
  agent('media', { name: '茶业周报', after: DAY }),
]
const net = { hosts: [] }
const mail = { domain: 'yunqi.lab.test', mailboxes: [{ addr: 'wang@yunqi.lab.test', persona: 'clerk', name: '王芳' }] }
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const open = (url: string): PlayStep => ['info.open', { url }]
const row = (more: object, refusal?: string): PlayStep => {
  const data = {
    company: '绿叶茶厂',
    item: '龙井',
    price: 120_000,
    unit: '元/公斤',
    taxed: true,
    least: 10,
    contact: '李明',
    phone: '0571 00001234',
    url: pages[0]?.url ?? '',
    day: '2026-02-20',
    reliability: '高',
    ...more,
  }
  return refusal === undefined ? ['info.collect.row.save', data] : ['info.collect.row.save', data, refusal]
}
const yunding = {
  company: '云顶茶业',
  price: 56_000,
  unit: '元/斤',
  taxed: false,
  phone: '057100005678',
  url: 'http://yunding.lab.test/',
  day: '2026-02-18',
}
const post = (more: object, refusal?: string): PlayStep => {
  const data = {
    kind: 'supply',
    category: 'tea.green',
    title: '杭州特级明前龙井 500克罐装',
    body: '当年新茶，产地直供。',
    price: 128_000,
    unit: '元/公斤',
    least: 5,
    attrs: { 产地: '杭州', 等级: '特级' },
    until: '2026-04-01',
    pictures: ['茶园.jpg'],
    ...more,
  }
  return refusal === undefined ? ['info.post.publish', data] : ['info.post.publish', data, refusal]
}
const news = (more: object, refusal?: string): PlayStep => {
  const lead = '3月2日，云栖茶业在杭州宣布明前龙井上市，旨在满足老客户的新茶需求。'
  const data = { channel: 'trade', title: '明前龙井上市', lead, body: '详见官网。', ...more }
  return refusal === undefined ? ['info.news.publish', data] : ['info.news.publish', data, refusal]
}

const careful: Play = {
  name: 'offers are collected with care, a notice goes up and is asked for',
  apps: { desk: {}, net, mail, info },
  agents,
  steps: [
    ['info.search', { q: '"龙井' }, 'E_SYNTAX'],
    ['info.search', { q: 'size:3 龙井' }, 'E_SYNTAX'],
    ['info.search', { q: '龙井 -目录 after:2026-01-01 before:2026-02-28' }],
    ['info.search', { q: 'intitle:报价 site:lab.test filetype:html' }],
    ['info.open', { url: 'http://nowhere.lab.test/' }, 'E_NONE'],
    ['info.snapshot', { url: 'http://lvye.lab.test/price' }, 'E_NOT_READ'],
    ['info.snapshot', { url: 'http://nowhere.lab.test/' }, 'E_NONE'],
    row({}, 'E_SOURCE_MISSING'),
    open('http://lvye.lab.test/price'),
    ['info.snapshot', { url: 'http://lvye.lab.test/price' }],
    row({ unit: '元/包' }, 'E_UNIT'),
    row({ day: '2026-02-30' }, 'E_DATE'),
    row({ id: 'H9' }, 'E_NONE'),
    ['info.collect.hand', {}, 'E_EMPTY'],
    row({}),
    ['info.clean', { rule: 'dedupe' }, 'E_RULE'],
    open('http://yunding.lab.test/'),
    row({ ...yunding, company: ' 云顶茶业' }),
    row({ ...yunding, company: '云顶茶业' }),
    ['info.clean', { rule: 'dedupe' }],
    ['info.clean', { rule: 'normalise' }],
    ['info.clean', { rule: 'unit' }],
    row({ ...yunding, company: '云顶茶业' }),
    ['info.collect.row.remove', { id: 'H1004' }],
    ['info.collect.row.remove', { id: 'H1004' }, 'E_NONE'],
    ['info.collect.hand', {}],
    ['info.alert.save', { keyword: '龙井', freq: '每小时' }, 'E_FREQ'],
    ['info.alert.save', { keyword: '龙井', freq: 'day' }],
    ['info.alert.save', { keyword: '龙井', freq: 'week' }, 'E_ALERT_DUP'],
    ['info.alert.save', { keyword: '白茶', freq: 'week' }],
    post({ category: 'tea' }, 'E_CAT'),
    post({ title: '龙井' }, 'E_TITLE'),
    post({ title: '龙井龙井龙井新茶上市' }, 'E_TITLE'),
    post({ body: '电话 13900000000' }, 'E_CONTACT_IN_BODY'),
    post({ body: '全国第一的龙井' }, 'E_BANNED'),
    post({ attrs: { 产地: '杭州' } }, 'E_ATTR'),
    post({ until: '2026-03-03' }, 'E_EXPIRY'),
    post({ pictures: ['茶园.bmp'] }, 'E_PIC'),
    post({ id: 'P9' }, 'E_NONE'),
    post({}),
    post({ id: 'P1001' }, 'E_STATE'),
    ['info.post.refresh', { id: 'P1001' }, 'E_STATE'],
    by(1800),
    ['info.post.refresh', { id: 'P1001' }, 'E_REFRESH'],
    ['info.post.refresh', { id: 'P9' }, 'E_NONE'],
    by(3 * DAY),
    ['info.post.refresh', { id: 'P1001' }],
    news({ channel: 'none' }, 'E_CHANNEL'),
    news({ lead: '明前龙井上市。' }, 'E_LEAD'),
    news({ body: '国家级产品' }, 'E_BANNED'),
    news({}),
    by(8 * DAY),
    ['info.alert.remove', { id: 'A1002' }],
    ['info.alert.remove', { id: 'A1002' }, 'E_NONE'],
    by(25 * DAY),
    ['info.post.off', { id: 'P1001' }, 'E_STATE'],
    post({ id: 'P1001', until: '2026-06-01' }),
    by(1800),
    ['info.post.off', { id: 'P1001' }],
    ['info.post.off', { id: 'P9' }, 'E_NONE'],
  ],
  follows: ['audited', 'inquired', 'expired', 'checked', 'hit', 'reprinted'],
}

const careless: Play = {
  name: 'old prices, a dead company, one press release twice, a claim nobody may make',
  apps: { desk: {}, info },
  agents: agents.slice(1),
  steps: [
    ...pages.slice(2, 6).map(p => open(p.url)),
    row({ company: '云顶茶业', price: 50_000, unit: '元/斤', url: 'http://yunding.lab.test/2025', phone: '1' }),
    row({ company: '旧站茶行', price: 90_000, url: 'http://jiuzhan.lab.test/' }),
    row({ company: '云顶茶业', price: 50_000, unit: '元/吨', taxed: false, url: 'http://news1.lab.test/1', phone: '057100005678' }),
    row({ url: 'http://news2.lab.test/1' }),
    ['info.collect.hand', {}],
    post({ body: '当年新茶，常饮可降血压。' }),
    post({ category: 'tea.red', attrs: {} }),
    post({ title: '杭州特级新茶五百克罐装' }),
    post({ attrs: { 产地: '杭州', 等级: '一级' } }),
    by(2 * DAY),
  ],
  springs: ['stale', 'dead', 'echo', 'claim'],
  follows: ['audited', 'checked'],
}

const quiet: Play = {
  name: 'a demand is put up and taken off before anybody looks',
  apps: { desk: {}, info: { pages: [], categories: info.categories, goods: [tea] } },
  steps: [
    post({ kind: 'demand', title: '求购杭州明前龙井特级散茶' }),
    by(1800),
    ['info.post.off', { id: 'P1001' }],
    ['info.search', { q: 'site:nothing.lab.test' }],
  ],
  follows: ['audited'],
}

export const infoRuns: readonly Play[] = [careful, careless, quiet]
