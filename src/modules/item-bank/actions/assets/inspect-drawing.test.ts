import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inspectDrawing } from './inspect-drawing.ts'

const drawing = (inside: string, root = 'width="80" height="45"') => `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`
const whyOf = (text: string) => {
  const verdict = inspectDrawing(Buffer.from(text))
  return verdict.ok ? 'sound' : verdict.refusal.zh
}

const sound: readonly (readonly [name: string, svg: string])[] = [
  ['shapes and text', drawing('<rect x="1" y="2" width="3" height="4"/><text font-family="sans-serif">搜索</text>')],
  ['a prologue', `<?xml version="1.0" encoding="UTF-8"?>\n${drawing('<circle r="3"/>')}\n`],
  ['a reference within itself', drawing('<defs><path id="a" d="M0 0"/></defs><use href="#a"/>')],
  ['a gradient of its own', drawing('<rect fill="url(#grey)"/>')],
  ['named and numbered characters', drawing('<text>A &amp; B &lt; C &#x4e2d;</text>')],
  ['words that only look like events', drawing('<text>online shop, onclick = 是什么</text>')],
]
for (const [name, svg] of sound) test(`${name}: is a drawing`, () => assert.equal(whyOf(svg), 'sound'))

const refused: readonly (readonly [svg: string, why: RegExp])[] = [
  [drawing('<script>alert(1)</script>'), /（script）/],
  [drawing('<rect ONLOAD = "x"/>'), /（ONLOAD）/],
  [drawing('<foreignObject><body/></foreignObject>'), /（foreignObject）/],
  [drawing('<image href="https://example.org/a.png"/>'), /（href）/],
  [drawing('<a href="javascript:alert(1)"><text>x</text></a>'), /（href）/],
  [drawing('<rect style="fill:url(https://example.org/x)"/>'), /（style）/],
  [drawing('<animate attributeName="x" to="9"/>'), /动画.*（animate）/],
  [drawing('<set attributeName="x"/>'), /（set）/],
  [drawing('<animateTransform/>'), /（animateTransform）/],
  [`<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('')}`, /DOCTYPE/],
  [drawing('<use href=other.svg/>'), /损坏/],
  [drawing('<rect/>').replace('</svg>', ''), /损坏/],
  ['<html><body/></html>', /不是PNG/],
  [drawing('<rect/>', ''), /没有写明/],
  [drawing('<rect/>', 'width="0" height="10"'), /没有写明/],
  [drawing('<rect/>', 'width="10001" height="10"'), /没有写明/],
]
for (const [svg, why] of refused) test(`refused: ${svg.slice(0, 80)}`, () => assert.match(whyOf(svg), why))

const sizes: readonly (readonly [root: string, width: number, height: number])[] = [
  ['width="80" height="45"', 80, 45],
  ['width="80px" height="44.4px"', 80, 45],
  ['viewBox="0 0 800 450"', 800, 450],
  ['width="100%" height="100%" viewBox="0,0,800,450"', 800, 450],
  ['width="80" viewBox="0 0 800 450"', 80, 450],
]
for (const [root, width, height] of sizes)
  test(`size of ${root}`, () => assert.deepEqual(inspectDrawing(Buffer.from(drawing('', root))), { ok: true, value: { width, height } }))

test('whatever text it is, there is a verdict with its reason', () => {
  fc.assert(fc.property(fc.string(), text => assert.ok(whyOf(drawing(text)) !== '')))
})
