import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { LICENCES, PICTURE_TYPES, pictureName } from './media.ts'
import { judgeSvg } from './svg.ts'

const drawing = (inside: string, root = 'width="80" height="45"') => `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`
const whyOf = (text: string) => {
  const verdict = judgeSvg(text)
  return verdict.kind === 'refused' ? verdict.zh : 'sound'
}

describe('an SVG', () => {
  const sound: readonly (readonly [name: string, svg: string])[] = [
    ['shapes and text', drawing('<rect x="1" y="2" width="3" height="4"/><text font-family="sans-serif">搜索</text>')],
    ['a prologue', `<?xml version="1.0" encoding="UTF-8"?>\n${drawing('<circle r="3"/>')}\n`],
    ['a reference within itself', drawing('<defs><path id="a" d="M0 0"/></defs><use href="#a"/>')],
    ['a gradient of its own', drawing('<rect fill="url(#grey)"/>')],
    ['named characters', drawing('<text>A &amp; B &lt; C</text>')],
    ['words that only look like events', drawing('<text>online shop, onclick 是什么</text>')],
  ]
  for (const [name, svg] of sound) test(`${name}: is a drawing`, () => assert.equal(whyOf(svg), 'sound'))

  const refused: readonly (readonly [svg: string, why: string])[] = [
    [drawing('<script>alert(1)</script>'), '含有脚本'],
    [drawing('<svg:script>alert(1)</svg:script>'), '含有脚本'],
    [drawing('<rect onclick="alert(1)"/>'), '含有事件属性'],
    [drawing('<rect ONLOAD = "x"/>'), '含有事件属性'],
    [drawing('<rect x="1"/onload="x"/>'), '含有事件属性'],
    [drawing('<foreignObject><body/></foreignObject>'), '含有foreignObject'],
    [drawing('<image href="https://example.org/a.png"/>'), '引用了外部内容'],
    [drawing('<image xlink:href="data:image/png;base64,AAAA"/>'), '引用了外部内容'],
    [drawing('<a href="javascript:alert(1)"><text>x</text></a>'), '引用了外部内容'],
    [drawing('<use href="other.svg#a"/>'), '引用了外部内容'],
    [drawing('<use href=other.svg/>'), '引用没有加引号'],
    [drawing('<rect style="fill:url(https://example.org/x)"/>'), '样式引用了外部内容'],
    [drawing('<style>@import "x.css";</style>'), '样式引入了外部内容'],
    [drawing('<animate attributeName="href" to="x"/>'), '含有动画'],
    [drawing('<set attributeName="x"/>'), '含有动画'],
    [drawing('<iframe/>'), '含有嵌入内容'],
    [drawing('<text>&#x3c;script</text>'), '含有字符引用'],
    [`<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('')}`, '含有DOCTYPE或实体声明'],
    [`<?xml-stylesheet href="x.css"?>${drawing('')}`, '引用了外部样式表'],
    ['<html><body/></html>', '不是SVG图片'],
    [drawing('<rect/>').replace('</svg>', ''), '不是SVG图片'],
    [drawing('<rect/>', ''), '没有写明尺寸'],
    [drawing('<rect/>', 'width="0" height="10"'), '没有写明尺寸'],
    [drawing('<rect/>', 'width="99999" height="10"'), '没有写明尺寸'],
  ]
  for (const [svg, why] of refused) test(`${why}: ${svg.slice(0, 70)}`, () => assert.equal(whyOf(svg), why))

  const sizes: readonly (readonly [root: string, width: number, height: number])[] = [
    ['width="80" height="45"', 80, 45],
    ['width="80px" height="45.4px"', 80, 45],
    ['viewBox="0 0 800 450"', 800, 450],
    ['width="100%" height="100%" viewBox="0,0,800,450"', 800, 450],
    ['width="80" viewBox="0 0 800 450"', 80, 450],
  ]
  for (const [root, width, height] of sizes) {
    test(`size of ${root}`, () => assert.deepEqual(judgeSvg(drawing('<rect/>', root)), { kind: 'sound', width, height }))
  }

  test('whatever text it is, there is a verdict', () => {
    fc.assert(fc.property(fc.string(), text => assert.ok(['sound', 'refused'].includes(judgeSvg(drawing(text)).kind))))
  })
})

test('a picture leaves under a name of its bytes and kind', () => {
  const names = PICTURE_TYPES.map(mediaType => pictureName({ mediaId: 'ab'.repeat(32), mediaType }))
  assert.deepEqual(
    names,
    ['png', 'jpg', 'webp', 'svg'].map(ending => `abababababababab.${ending}`),
  )
  assert.equal(new Set(LICENCES).size, LICENCES.length)
})
