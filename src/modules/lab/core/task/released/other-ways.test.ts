import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readYaml } from '../../../../../platform/markup/read-yaml.ts'
import { engineOf } from '../../app/stage.test.ts'
import { LAB_APPS } from '../../registry.ts'
import type { Json } from '../../world/canonical.ts'
import type { Step } from '../document-schema.ts'
import { readScenario, readTask } from '../read-task.ts'
import { rehearse, scoreOf } from '../gates/rehearse.ts'
import { variantOf } from '../variant.ts'

const FOLDER = new URL('../../../../../../data/lab/', import.meta.url)
const engine = engineOf()

function documentOf(path: string): unknown {
  const read = readYaml(readFileSync(new URL(path, FOLDER), 'utf8'))
  return read.ok ? read.value : assert.fail(path)
}

/** Whoever reaches what was asked for by another road than the writer's earns the same marks, in every variant. */
function earnsAll(name: string, steps: readonly Record<string, Json>[]): void {
  const task = readTask(documentOf(`tasks/${name}.yaml`), LAB_APPS)
  assert.ok(task.ok)
  const scenario = readScenario(documentOf(`scenarios/${task.value.scenario.split('@')[0] ?? ''}.yaml`))
  assert.ok(scenario.ok)
  for (const seed of ['way-1', 'way-2', 'way-3']) {
    const variant = variantOf({ task: task.value, scenario: scenario.value, seed, mode: 'final', sha256: engine.sha256, hashes: [] })
    const { world, replies } = rehearse(engine, variant, steps as Step[])
    const refused = replies.flatMap(reply => (reply.ok ? [] : [reply.refusal.zh]))
    const score = scoreOf({ engine, task: task.value, validators: {} }, variant, world)
    const lost = score.checks.filter(c => !['full', 'manual', 'not-asked'].includes(c.status)).map(c => `${c.id}：${c.actual}`)
    assert.deepEqual(
      { refused, faults: score.faults, lost, got: score.got + score.waiting },
      { refused: [], faults: [], lost: [], got: score.max },
    )
  }
}

const field = (name: string, value: string, unit: string | null = '元'): Record<string, Json> => ({
  'desk.answer.set': { field: name, value, unit },
})
const sheet = [
  field('green', '=yuan($green)'),
  field('red', '=yuan($red)'),
  field('ware', '=yuan($ware)'),
  field('sales', '=yuan($sales)'),
  field('each', '=yuan($each)'),
  field('rate', '=yuan($rate)', '%'),
  field('remark', '当天卖得最好的是{{top}}，共计{{yuan($most)}}元', null),
]
const drop = (column: string, op: string, value: string): Record<string, Json> => ({
  'bi.clean.add': { table: 'orders', rule: { kind: 'drop', where: { column, op, value } }, confirm: ['W_DROPS'] },
})

test('L4-18: other rules in another order, and a pie', () => {
  earnsAll('l4-18', [
    { 'bi.dataset.open': { table: 'orders' } },
    { 'bi.profile': { table: 'orders' } },
    drop('state', 'eq', '已关闭'),
    drop('buyer', 'has', 'ceshi'),
    { 'bi.clean.add': { table: 'orders', rule: { kind: 'dedupe', by: ['no', 'at', 'buyer', 'item'] }, confirm: ['W_DROPS'] } },
    {
      'bi.query.run': { table: 'orders', group: ['sort'], measures: [{ as: 'money', zh: '金额', fn: 'sum', column: 'amount' }] },
      save: 'q',
    },
    { 'bi.chart.save': { query: '$q.id', kind: 'pie', x: 'sort', y: 'money', title: '品类占比', unit: '元' } },
    ...sheet,
  ])
  earnsAll('l4-18', [
    { 'bi.dataset.open': { table: 'orders' } },
    ...['D{{code}}41', 'D{{code}}42', 'D{{code}}43', 'D{{code}}31', 'D{{code}}32'].map(no => drop('no', 'eq', no)),
    { 'bi.clean.add': { table: 'orders', rule: { kind: 'dedupe', by: ['no'] } } },
    ...sheet,
    {
      'bi.query.run': { table: 'orders', group: ['sort'], measures: [{ as: 'money', zh: '金额', fn: 'sum', column: 'amount' }] },
      save: 'q',
    },
    { 'bi.chart.save': { query: '$q.id', kind: 'bar', x: 'sort', y: 'money', title: '品类', unit: '元' } },
  ])
})

const host = 'files.yunqi.lab.test'
const ftp = (mode: string): Record<string, Json> => ({
  'net.ftp.connect': { host: 'ftp.yunqi.lab.test', account: 'dealer{{model}}', password: 'Cd-{{pass}}', mode },
})
const put = (file: string, name: string): Record<string, Json> => ({ 'net.ftp.put': { file, folder: '$dir', name } })

test('L4-04: named while uploading, or renamed on the server; the text goes as text', () => {
  const fetch: readonly Record<string, Json>[] = [
    { 'net.open': { url: `http://${host}/` } },
    { 'net.download.save': { host, source: '$pkg', folder: '/资料', name: '$pkg' } },
    { 'net.file.unzip': { id: 'F1001', folder: '/', password: '{{pass}}' } },
  ]
  earnsAll('l4-04', [...fetch, ftp('text'), put('F1004', '$n3'), ftp('binary'), put('F1002', '$n1'), put('F1003', '$n2')])
  const rename = (name: string, to: string): Record<string, Json> => ({ 'net.ftp.rename': { folder: '$dir', name, to } })
  earnsAll('l4-04', [
    ...fetch,
    ftp('binary'),
    ...['正面.jpg', '侧面.jpg', '说明.txt'].map((name, i) => put(`F100${i + 2}`, name)),
    rename('正面.jpg', '$n1'),
    rename('侧面.jpg', '$n2'),
    rename('说明.txt', '$n3'),
  ])
})

test('L4-01: contacts grouped afterwards, a rule without the sign, the name given when the box is opened', () => {
  const people = [
    ['$s1.name', '$a1'],
    ['$c1.name', '$b1'],
    ['$s2.name', '$a2'],
    ['$c2.name', '$b2'],
    ['$s3.name', '$a3'],
    ['$c3.name', '$b3'],
  ]
  const rule = { id: null, name: '甲', conditions: [{ field: 'from', has: '$supDomain' }], folder: '供应商', star: true, forward: null }
  earnsAll('l4-01', [
    { 'mail.account.create': { local: '{{me.local}}{{no}}', password: 'aB3-aB3-aB3', name: '$me.name' } },
    { 'mail.folder.create': { name: '供应商' } },
    { 'mail.rule.save': rule },
    ...people.map(([name = '', addr = '']) => ({ 'mail.contact.save': { id: null, name, addr, group: '' } })),
    { 'mail.contact.group': { ids: ['C1001', 'C1003', 'C1005'], group: '供应商' } },
    { 'mail.contact.group': { ids: ['C1002', 'C1004', 'C1006'], group: '客户' } },
    { 'mail.profile.set': { name: '$me.name', signature: '云栖茶业　{{me.name}}　０５７１－８０００{{ext}}' } },
  ])
})

test('L4-05: offers written down as they stand and put into one unit afterwards', () => {
  const row = (more: object): Record<string, Json> => ({
    'info.collect.row.save': { item: '$item', reliability: '高', ...more } as Json,
  })
  earnsAll('l4-05', [
    { 'info.search': { q: 'intitle:报价 {{item}} after:2026-01-01' } },
    ...['$uc', '$ub', '$ua'].map(url => ({ 'info.open': { url } })),
    row({
      company: '$c.name',
      price: '=$yc * 100',
      unit: '元/公斤',
      taxed: false,
      least: '$lc',
      contact: '$c.contact',
      phone: '0599{{tc}}',
      url: '$uc',
      day: '$dc',
    }),
    row({
      company: '$b.name',
      price: '=$yb * 100',
      unit: '元/斤',
      taxed: true,
      least: '$lb',
      contact: '{{b.contact}}先生',
      phone: '0559 {{tb}}',
      url: '$ub',
      day: '$db',
    }),
    row({
      company: '$a.name',
      price: '$pa',
      unit: '元/公斤',
      taxed: true,
      least: '$la',
      contact: '$a.contact',
      phone: '0571-{{ta}}',
      url: '$ua',
      day: '$da',
    }),
    { 'info.clean': { rule: 'unit' } },
    { 'info.collect.hand': {} },
  ])
})

test('L4-06: another title, a blank before the unit', () => {
  earnsAll('l4-06', [
    {
      'info.post.publish': {
        kind: 'supply',
        category: '$item.category',
        title: '【现货】{{weight}}克罐装 {{item.name}}',
        body: '{{item.place}}直接发货。',
        price: '$price',
        unit: '元/公斤',
        least: '$least',
        attrs: { 产地: '$item.place', 净含量: '{{weight}} 克', 批号: 'P{{batch}}', 等级: '一级' },
        until: '$until',
        pictures: ['a.png', 'b.webp'],
      },
    },
  ])
})

const page = `<!DOCTYPE html><html lang=zh><head><meta charset=UTF-8><title>关于{{name}}</title>
<meta name=description content="我们是{{name}}，一九八〇年代以来扎根{{town}}，种植并加工茶叶，产品有绿茶、红茶和花茶，面向全国批发，也接受礼品定制，欢迎随时与我们联系，一起品茶。">
<style>body{color:#111}h1{color:#0b3d0b}</style></head><body><h1>欢迎来到{{name}}</h1>
<nav><a href="pages/goods.html">产品一览</a> <a href="#us">联系方式</a></nav>
<figure><img src="pages/workshop.jpg" alt="加工车间内景"></figure><p>{{town}}，{{year}}年创立。</p>
<h2>产品</h2><table><thead><tr><th>名称<th>规格</thead><tbody><tr><td>{{g1}}<td>{{w1}}克<tr><td>{{g2}}<td>{{w2}}克<tr><td>{{g3}}<td>{{w3}}克</table>
<h2 id=us>联系</h2><p>0571{{phone}}</p><form action="{{target}}" method=post><label>姓名<input name=who></label>
<label for=p>电话</label><input id=p name=phone type=tel></form></body></html>`

test('L4-15: a page written by hand in another style, with a second page beside it', () => {
  const save = (path: string, text: string): Record<string, Json> => ({ 'site.file.save': { project: '$p', path, text } })
  earnsAll('l4-15', [
    { 'site.project.new': { name: '官网', template: 'blank' }, save: 'p' },
    { 'site.asset.insert': { project: '$p', asset: 'workshop.jpg', folder: 'pages' } },
    save('pages/goods.html', '<!doctype html><title>产品</title><p>产品目录整理中。<a href="../index.html">回到首页</a>'),
    save('index.html', page),
    { 'site.deploy': { project: '$p', space: '$host' } },
  ])
})
