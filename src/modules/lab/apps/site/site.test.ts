import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXml } from '../../../../platform/markup/read-xml.ts'
import { EFFECTS } from '../../actions/effects/effects.ts'
import { contrast } from './colour.ts'
import { safeHtml } from './dom.ts'
import { bytesOf } from './files.ts'
import { resolved } from './links.ts'
import { fitsPattern, mayFetch, readRobots, robotsFault } from './robots.ts'
import { type House, RULES, findingsOf } from './rules.ts'
import type { Parsed, SiteFile } from './slice.ts'
import { sitemapOf, sitemapUrls } from './tuning.ts'

function parsed(text: string, kind = 'html'): Parsed {
  const effect = EFFECTS[`site.${kind}`]
  assert.ok(effect)
  return (effect(text) as unknown as { page: Parsed }).page
}
const file = (path: string, text: string): SiteFile => {
  const kind = path.endsWith('.css') ? 'css' : path.endsWith('.html') ? 'html' : 'asset'
  const bytes = kind === 'asset' ? 500_000 : bytesOf(text)
  return { path, kind, text, bytes, page: kind === 'asset' ? null : parsed(text, kind), seq: 1 }
}

const description = '云'.repeat(60)
const GOOD = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>云栖茶业</title><meta name="description" content="${description}"><link rel="icon" href="a.png"><link rel="canonical" href="https://x.test/">
<link rel="stylesheet" href="style.css"></head><body><h1 id="top">云栖茶业</h1><h2>产品</h2><p>我们在杭州种茶、制茶、卖茶，已有十八年了，欢迎洽谈。</p>
<img src="a.png" alt="茶园"><table><tr><th>品名</th></tr><tr><td>龙井</td></tr></table><a href="#top">回到顶部</a><a href="b.html">产品目录</a>
<form action="https://f.test/"><label for="n">姓名</label><input id="n" name="n"></form><footer>备1号</footer></body></html>`
const others = [file('style.css', 'body{color:#222;background:#fff}'), file('b.html', '<title>产品</title>'), file('a.png', '')]

function failed(text: string, files: readonly SiteFile[] = others): string[] {
  const own = file('index.html', text)
  const house: House = {
    place: { path: 'index.html', files: [own, ...files], outside: [], own: null },
    licence: '备1号',
    pictures: 600_000,
  }
  return findingsOf(own, house).flatMap(f => (f.ok ? [] : [f.code]))
}

test('a good page passes every rule, and each rule finds its own fault', () => {
  assert.deepEqual(failed(GOOD), [])
  const plants: readonly (readonly [code: string, from: string, to: string])[] = [
    ['doctype', '<!doctype html>', ''],
    ['lang', ' lang="zh-CN"', ''],
    ['charset', '<meta charset="utf-8">', ''],
    ['viewport', 'width=device-width', 'width=900'],
    ['title', '<title>云栖茶业</title>', '<title>产品</title>'],
    ['description', description, '太短'],
    ['h1', '<h2>产品</h2>', '<h1>产品</h1>'],
    ['headings', '<h2>产品</h2>', '<h3>产品</h3>'],
    ['alt', 'alt="茶园"', 'alt=" "'],
    ['label', 'for="n"', 'for="m"'],
    ['th', '<th>品名</th>', '<td>品名</td>'],
    ['linkText', '产品目录', '更多'],
    ['links', 'b.html', 'c.html'],
    ['links', '#top', '#bottom'],
    ['files', 'img src="a.png"', 'img src="z.png"'],
    ['case', 'b.html', 'B.html'],
    ['favicon', 'rel="icon"', 'rel="next"'],
    ['canonical', 'rel="canonical"', 'rel="next"'],
    ['licence', '备1号', '备2号'],
  ]
  for (const [code, from, to] of plants) assert.ok(failed(GOOD.replace(from, to)).includes(code), `${code}: ${from}`)
  const css = (text: string): string[] => failed(GOOD, [file('style.css', text), ...others.slice(1)])
  assert.deepEqual(css('body { color: #999 }'), ['contrast'])
  assert.deepEqual(css('body { colr: #222 }'), ['css'])
  assert.deepEqual(failed(GOOD.replace('alt="茶园"', 'alt="茶园"><img src="c.png" alt="海报"'), [...others, file('c.png', '')]), ['weight'])
  assert.ok(failed('<p>短</p>').includes('empty'))
  const planted = new Set([...plants.map(([code]) => code), 'contrast', 'css', 'weight', 'empty'])
  assert.deepEqual(
    Object.keys(RULES).filter(code => !planted.has(code)),
    [],
  )
})

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000', 'white'), 2100)
  assert.equal(contrast('#777777', '#fff'), 447) // the grey that just fails
  assert.equal(contrast('rgb(118, 118, 118)', '#ffffff'), 454) // the grey that just passes
  assert.equal(contrast('transparent', '#fff'), null)
})

test('robots.txt is read as RFC 9309 says', () => {
  const robots = readRobots(
    'User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /*.pdf$\n\nUser-agent: BadBot\nUser-agent: worse\nDisallow: /\nSitemap: https://x.test/s.xml',
  )
  const asked = (agent: string, path: string): boolean => mayFetch(robots, agent, path)
  assert.deepEqual(
    ['/', '/a/x', '/a/b.html', '/x.pdf', '/x.pdf?y'].map(p => asked('labspider', p)),
    [true, false, true, false, true],
  )
  assert.deepEqual(
    ['badbot/2.0', 'Worse'].map(a => asked(a, '/z')),
    [false, false],
  )
  assert.equal(asked('badbot', '/robots.txt'), true)
  assert.deepEqual(robots.sitemaps, ['https://x.test/s.xml'])
  assert.equal(mayFetch(readRobots('User-agent: *\nDisallow: /p\nAllow: /p'), 'x', '/p'), true) // a tie is allowed
  assert.equal(mayFetch(readRobots('User-agent: *\nDisallow:'), 'x', '/p'), true)
  assert.deepEqual(
    ['Disallow: /', 'User-agent: *\nDisallow: a', 'User-agent: *\nHello', 'User-agent: *\nSitemap: x', ''].map(robotsFault),
    [1, 2, 2, 2, null],
  )
})

test('a pattern with stars fits what a regular expression made of it fits', () => {
  const sign = fc.constantFrom('a', 'b', '*', '/')
  const text = fc.array(sign, { maxLength: 8 }).map(signs => signs.join(''))
  fc.assert(
    fc.property(
      text,
      text.map(t => t.replaceAll('*', 'a')),
      fc.boolean(),
      (pattern, path, toEnd) => {
        const regular = new RegExp(`^${pattern.replaceAll('*', '.*')}${toEnd ? '$' : ''}`)
        assert.equal(fitsPattern(path, pattern + (toEnd ? '$' : '')), regular.test(path), `${pattern} ${path}`)
      },
    ),
    { numRuns: 500 },
  )
})

test('paths are followed as a browser follows them', () => {
  assert.equal(resolved('a/b.html', '../c.html?x#y'), 'c.html')
  assert.equal(resolved('a/b.html', '/'), 'index.html')
  assert.equal(resolved('a/b.html', './d/'), 'a/d/index.html')
  assert.equal(resolved('a.html', '../../b.html'), 'b.html')
})

test('nothing of a page runs in the preview, and what is read stays', () => {
  const text = safeHtml(
    parsed('<p onclick="x()" id="a">甲&lt;</p><script>x()</script><a href=" javascript:x()">乙</a><iframe src="x"></iframe>'),
  )
  assert.equal(text, '<!doctype html><html><head></head><body><p id="a">甲&lt;</p><a>乙</a></body></html>')
  const tag = fc.constantFrom(
    '<script>',
    '<a href="javascript:1">',
    '<img onerror=1 src=x>',
    '</p>',
    '甲',
    '<style>a{}</style>',
    '<svg/onload=1>',
  )
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 12 }), tags => {
      assert.doesNotMatch(safeHtml(parsed(tags.join(''))), /<script|javascript:|onerror|onload/)
    }),
  )
})

test('a site map names every page, the front page by the host alone', () => {
  const project = {
    id: 'S1',
    name: '',
    files: [file('b.html', ''), file('index.html', ''), ...others.slice(2)],
    redirects: [],
    tags: [],
    robots: readRobots(''),
  }
  const text = sitemapOf(project, 'www.x.test')
  assert.deepEqual(sitemapUrls(text), ['https://www.x.test/b.html', 'https://www.x.test/'])
  const read = readXml(text) // as any other program reads it
  assert.deepEqual(read.ok && [read.value.name, read.value.children.filter(c => typeof c !== 'string').length], ['urlset', 2])
})
