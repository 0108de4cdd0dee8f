import type { Json } from '../../core/world/canonical.ts'
import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const DAY = 86_400
const SPACE = 'kj01.host.lab.test'
const site = {
  assets: [
    { name: 'factory.jpg', zh: '厂房', bytes: 120_000, width: 800, height: 600 },
    { name: 'logo.png', zh: '标志', bytes: 8000, width: 64, height: 64 },
    { name: 'huge.png', zh: '海报原图', bytes: 4_000_000, width: 6000, height: 4000 },
  ],
  spaces: [{ host: SPACE, quota: 1_000_000 }],
  certificates: [
    { id: 'www', host: 'www.yunqi.test', until: '2026-04-01' },
    { id: 'shop', host: 'shop.yunqi.test', until: '2027-04-01' },
    { id: 'old', host: 'www.yunqi.test', until: '2026-01-01' },
  ],
  targets: ['https://forms.lab.test/yunqi'],
  outside: ['map.lab.test'],
  licence: '浙ICP备00000001号',
  claims: [{ id: 'phone', say: ['0571-00001234', 'TAINT-9501'], never: ['0571-00009999'] }],
  probes: [{ agent: 'TAINT-9502', path: '/admin/' }],
  most: 1,
}
const prospect = {
  id: agentId('prospect.a'),
  name: '赵经理',
  app: appId('site'),
  policy: 'prospect',
  params: { after: 7200, values: { name: '赵明', phone: '13900000000' } },
  secret: { hidden: { worth: 'TAINT-9503' } },
}
const net = { hosts: [], domains: [{ name: 'yunqi.test', owner: 'self', until: '2027-01-01' }] }
const info = { pages: [] }
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const save = (path: string, text: string, refusal?: string): PlayStep => {
  const data = { project: 'S1001', path, text }
  return refusal === undefined ? ['site.file.save', data] : ['site.file.save', data, refusal]
}
const deploy = (refusal?: string): PlayStep => {
  const data = { project: 'S1001', space: SPACE }
  return refusal === undefined ? ['site.deploy', data] : ['site.deploy', data, refusal]
}
const description =
  '云栖茶业成立于二〇〇八年，专营明前龙井和安吉白茶，提供批发、礼品定制和代加工服务，欢迎来电来函洽谈，我们会在一个工作日内给您答复。'
const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><meta name="description" content="${description}"><link rel="icon" href="images/logo.png">
<link rel="canonical" href="https://www.yunqi.test/"><link rel="stylesheet" href="style.css"><style>p { color: #333 }</style></head>
<body><h1>${title}</h1><main>${body}</main><footer>浙ICP备00000001号 0571-00001234</footer></body></html>`
const goods = `<h2>产品</h2><table><tr><th>品名</th><th>规格</th></tr><tr><td>明前龙井</td><td>500 克</td></tr></table>
<a href="index.html">返回首页</a> <a href="http://map.lab.test/">在地图上查看</a><script>alert(1)</script>`
const field = (name: string, label: string): Json => ({ name, label, type: 'text', required: true })
const form = (more: object, refusal?: string): PlayStep => {
  const target = 'https://forms.lab.test/yunqi'
  const data = { project: 'S1001', page: 'index.html', target, fields: [field('name', '姓名'), field('phone', '电话')], ...more }
  return refusal === undefined ? ['site.form.set', data] : ['site.form.set', data, refusal]
}
const asset = (name: string, more: object, refusal?: string): PlayStep => {
  const data = { project: 'S1001', asset: name, folder: 'images', ...more }
  return refusal === undefined ? ['site.asset.insert', data] : ['site.asset.insert', data, refusal]
}
const nav = { project: 'S1001', page: 'index.html', links: [{ text: '产品', href: 'goods.html' }] }
const tag = (more: object, refusal?: string): PlayStep => {
  const data = { project: 'S1001', page: 'index.html', event: 'page_view', params: {}, trigger: 'load', ...more }
  return refusal === undefined ? ['site.track.tag', data] : ['site.track.tag', data, refusal]
}
const bind = (domain: string, refusal?: string): PlayStep => {
  const data = { space: SPACE, domain }
  return refusal === undefined ? ['site.domain.bind', data] : ['site.domain.bind', data, refusal]
}
const https = (certificate: string, refusal?: string): PlayStep => {
  const data = { space: SPACE, certificate }
  return refusal === undefined ? ['site.https.enable', data] : ['site.https.enable', data, refusal]
}
const ROBOTS = `User-agent: *\nDisallow: /admin/\nAllow: /\nSitemap: https://www.yunqi.test/sitemap.xml`

const careful: Play = {
  name: 'a company page with a form, its own domain and certificate, found by people and robots',
  apps: { desk: {}, net, info, site },
  agents: [prospect],
  steps: [
    ['site.project.new', { name: '云栖茶业', template: '没有' }, 'E_TEMPLATE'],
    ['site.project.new', { name: '云栖茶业', template: 'company' }],
    ['site.project.new', { name: '另一个', template: 'blank' }, 'E_QUOTA'],
    save('index.php', '', 'E_PATH'),
    save('index.html', '字'.repeat(6000), 'E_SIZE'),
    save('index.html', '<b>粗</b>'.repeat(300), 'E_COMPLEX'),
    save('index.html', '<!doctype html><p><b>没有结束</p>', 'E_PARSE'),
    ['site.file.save', { project: 'S9', path: 'a.html', text: '' }, 'E_NONE'],
    save('index.html', page('云栖茶业：西湖龙井产地批发', '<p>我们在杭州种茶、制茶、卖茶，已有十八年。</p>')),
    save('goods.html', page('云栖茶业的产品与规格', goods)),
    save('old.html', page('旧页', '')),
    ['site.file.delete', { project: 'S1001', path: 'old.html' }],
    ['site.file.delete', { project: 'S1001', path: 'old.html' }, 'E_NONE'],
    asset('nothing.png', {}, 'E_NONE'),
    asset('factory.jpg', { page: 'index.html' }, 'W_NO_ALT'),
    asset('factory.jpg', { page: 'index.html', alt: '云栖茶业的炒茶车间' }),
    asset('logo.png', {}),
    form({ target: 'http://forms.lab.test/' }, 'E_FORM_TARGET'),
    form({ fields: [field('name', '')] }, 'E_LABEL'),
    form({ page: 'nothing.html' }, 'E_NONE'),
    form({}),
    ['site.nav.set', nav],
    ['site.nav.set', { ...nav, page: 'style.css' }, 'E_NONE'],
    ['site.validate', { project: 'S1001', path: 'nothing.html' }, 'E_NONE'],
    ['site.validate', { project: 'S1001', path: 'index.html' }],
    ['site.preview', { project: 'S1001', path: 'goods.html', device: 'phone' }],
    ['site.preview', { project: 'S1001', path: 'style.css', device: 'phone' }, 'E_NONE'],
    ['site.robots.set', { project: 'S1001', text: '禁止全部' }, 'E_ROBOTS_SYNTAX'],
    ['site.robots.set', { project: 'S9', text: '' }, 'E_NONE'],
    ['site.robots.set', { project: 'S1001', text: ROBOTS }],
    ['site.sitemap.build', { project: 'S9', host: 'www.yunqi.test' }, 'E_NONE'],
    ['site.sitemap.build', { project: 'S1001', host: 'www.yunqi.test' }],
    ['site.redirect.set', { project: 'S1001', from: '/old.html', to: '/goods.html', code: 301 }],
    ['site.redirect.set', { project: 'S1001', from: '/goods.html', to: '/old.html', code: 301 }, 'E_LOOP'],
    ['site.redirect.set', { project: 'S9', from: '/a', to: '/b', code: 302 }, 'E_NONE'],
    tag({ page: 'nothing.html' }, 'E_NONE'),
    tag({ event: 'buy' }, 'E_EVENT_NAME'),
    tag({ event: 'purchase', params: { value: '12' } }, 'E_CCY'),
    tag({ event: 'view_item' }, 'E_PARAM'),
    tag({}),
    deploy(),
    ['site.deploy', { project: 'S9', space: SPACE }, 'E_NONE'],
    https('www', 'E_UNBOUND'),
    bind('www.yunqi.test', 'E_DNS'),
    ['site.domain.bind', { space: 'kj09.host.lab.test', domain: 'www.yunqi.test' }, 'E_NONE'],
    ['net.record.set', { name: 'yunqi.test', host: 'www', kind: 'CNAME', value: SPACE }],
    by(600),
    bind('www.yunqi.test'),
    https('nothing', 'E_NONE'),
    https('shop', 'E_CERT_HOST'),
    https('old', 'E_CERT_EXPIRED'),
    https('www'),
    by(DAY),
    ['info.search', { q: '明前龙井 site:yunqi.test' }],
    by(40 * DAY),
  ],
  follows: ['walked', 'arrived', 'crawled', 'expired'],
}

const careless: Play = {
  name: 'dead links, no form, robots shut out, a picture too large, a wrong letter',
  apps: { desk: {}, net, site },
  agents: [prospect],
  steps: [
    ['site.project.new', { name: '云栖茶业', template: 'blank' }],
    deploy('E_INDEX_MISSING'),
    ['site.sitemap.build', { project: 'S1001', host: 'www.yunqi.test' }, 'E_NO_PAGES'],
    save('style.css', 'body { color: #999; colr: red }'),
    save('index.html', '<p>欢迎<a href="Goods.html">点击这里</a><a href="nowhere.html">详情</a></p><img src="images/huge.png">'),
    save('goods.html', '<h1>产品</h1><h3>规格</h3><table><tr><td>龙井</td></tr></table>'),
    deploy('E_FILE_CASE'),
    save('index.html', '<p>欢迎<a href="goods.html">点击这里</a><a href="nowhere.html">详情</a></p><img src="images/huge.png">'),
    asset('huge.png', {}),
    deploy('E_QUOTA'),
    ['site.file.delete', { project: 'S1001', path: 'images/huge.png' }],
    asset('logo.png', { page: 'index.html', confirm: ['W_NO_ALT'] }),
    ['site.validate', { project: 'S1001', path: 'index.html' }],
    ['site.robots.set', { project: 'S1001', text: 'User-agent: *\nDisallow: /' }],
    deploy(),
    by(DAY),
    save('index.html', '<form action="http://nobody.lab.test/"><input name="name"></form>'),
    deploy(),
    by(DAY),
    ['site.rollback', { space: SPACE, n: 1 }],
    ['site.rollback', { space: SPACE, n: 9 }, 'E_NONE'],
  ],
  springs: ['dead', 'shut', 'stray'],
  follows: ['walked', 'lost', 'crawled'],
}

const small: Play = {
  name: 'a page of one sentence, and a form that asks for too little',
  apps: { desk: {}, net, site },
  agents: [prospect],
  steps: [
    ['site.project.new', { name: '小店', template: 'blank' }],
    save('index.html', page('小店', '<p>小店开张。</p>')),
    form({ fields: [field('name', '姓名')] }),
    deploy(),
    by(DAY),
  ],
  springs: ['stray'],
  follows: ['walked', 'lost'],
}

export const siteRuns: readonly Play[] = [careful, careless, small]
