import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { inspectPackagePicture } from './inspect-picture.ts'
import { pictureRefusals } from './picture-refusals.ts'

async function judge(bytes: Buffer | string): Promise<string> {
  const facts = await inspectPackagePicture(Buffer.from(bytes))
  if (facts.ok) return `${facts.value.mediaType} ${facts.value.width}×${facts.value.height}`
  assert.ok(Object.hasOwn(pictureRefusals, facts.refusal.code))
  return facts.refusal.code
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG that claims a size without holding it. */
function claimedPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('pixels', () => {
  const plain = sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } })

  test('are counted for every kind of picture', async () => {
    assert.equal(await judge(await plain.clone().png().toBuffer()), 'image/png 30×20')
    assert.equal(await judge(await plain.clone().jpeg().toBuffer()), 'image/jpeg 30×20')
    assert.equal(await judge(await plain.clone().webp().toBuffer()), 'image/webp 30×20')
    assert.equal(await judge(await plain.clone().gif().toBuffer()), 'image/gif 30×20')
  })

  test('beyond fifty million are refused by the header alone', async () => {
    assert.equal(await judge(claimedPng(10_000, 5_000)), 'image/png 10000×5000')
    assert.equal(await judge(claimedPng(10_000, 5_001)), 'picture-flood')
    assert.equal(await judge(claimedPng(100_000, 100_000)), 'picture-flood')
  })

  test('other files, cut ones and empty ones are refused', async () => {
    assert.equal(await judge('hello'), 'picture-unknown')
    assert.equal(await judge(''), 'picture-unknown')
    assert.equal(await judge('<html><body/></html>'), 'picture-unknown')
    assert.equal(await judge(Buffer.from('%PDF-1.7\n')), 'picture-unknown')
    assert.equal(await judge(Buffer.concat([claimedPng(10, 10).subarray(0, 20), Buffer.alloc(40)])), 'picture-damaged')
  })
})

describe('SVG', () => {
  const svg = (inner: string, attributes = 'width="40" height="30"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`

  test('that only draws is taken', async () => {
    assert.equal(
      await judge(svg('<rect width="3" height="3" fill="url(#g)" style="stroke: red"/><use xlink:href="#a"/>')),
      'image/svg+xml 40×30',
    )
    assert.equal(await judge(svg('<image href="data:image/png;base64,AAAA"/>', 'viewBox="0 0 100 50"')), 'image/svg+xml 100×50')
    assert.equal(await judge(svg('<style>.a { fill: url("#g") }</style><text>价格 (元)：5</text>', '')), 'image/svg+xml null×null')
    assert.equal(await judge(`<?xml version="1.0" encoding="UTF-8"?><!-- drawn -->${svg('')}`), 'image/svg+xml 40×30')
    assert.equal(
      await judge(svg('').replace('<svg', '<s:svg').replace('</svg', '</s:svg').replace('xmlns=', 'xmlns:s=')),
      'image/svg+xml 40×30',
    )
  })

  test('that acts or reaches outside is refused', async () => {
    const active = [
      '<script>alert(1)</script>',
      '<SCRIPT/>',
      '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
      '<foreignObject><p>x</p></foreignObject>',
      '<rect onload="x()"/>',
      '<rect ONCLICK="x()"/>',
      '<a href="javascript:alert(1)"/>',
      '<a xlink:href=" java&#10;script:alert(1)"/>',
      '<a href="https://example.org/">x</a>',
      '<use xlink:href="other.svg#a"/>',
      '<image href="http://example.org/x.png"/>',
      '<image href="data:image/svg+xml;base64,AAAA"/>',
      '<image src="//example.org/x.png"/>',
      '<rect fill="url(http://example.org/#g)"/>',
      '<rect style="background: url( \'http://example.org\' )"/>',
      '<rect style="background: u\\72l(http://example.org)"/>',
      '<style>@import "x.css";</style>',
      '<style>.a { background: url(//example.org/x) }</style>',
      '<animate attributeName="href" to="javascript:x"/>',
      '<set attributeName="xlink:href" to="x"/>',
      '<set attributeName="onload" to="x"/>',
      '<iframe/>',
    ]
    for (const inner of active) assert.equal(await judge(svg(inner)), 'picture-active', inner)
    assert.equal(await judge(`<?xml-stylesheet href="x.css"?>${svg('')}`), 'picture-active')
    assert.equal(await judge(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`), 'picture-active')
    assert.equal(await judge(svg('', 'onload="x()"')), 'picture-active')
  })

  test('that is malformed, too large or no SVG after all is refused', async () => {
    assert.equal(await judge('<svg><g></svg>'), 'picture-damaged')
    assert.equal(await judge('<p><svg/></p>'), 'picture-unknown')
    assert.equal(await judge(svg(' '.repeat(2_000_001))), 'picture-too-many-bytes')
    assert.equal(await judge(svg('', 'width="10000" height="10000"')), 'picture-flood')
    assert.equal(await judge(svg('', 'viewBox="0 0 1e6 1e6"')), 'picture-flood')
    assert.equal(await judge(svg('', 'width="100%" height="2em"')), 'image/svg+xml null×null')
  })
})

test('every refusal is told in both languages', () => {
  for (const [code, words] of Object.entries(pictureRefusals)) assert.ok(words.zh.length > 0 && words.en.length > 0, code)
})
