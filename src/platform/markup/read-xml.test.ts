import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readXml } from './read-xml.ts'
import { xmlRefusals } from './xml-refusals.ts'

const el = (name: string, attributes: Record<string, string> = {}, children: unknown[] = []) => ({ name, attributes, children })

function codeOf(source: string | Uint8Array): string {
  const root = readXml(source)
  if (root.ok) return 'ok'
  assert.ok(Object.hasOwn(xmlRefusals, root.refusal.code), root.refusal.code)
  return root.refusal.code
}

describe('reading', () => {
  test('elements, attributes and texts in order', () => {
    const root = readXml('<a x="1"><b/>text &amp; more<![CDATA[ <raw> ]]><!-- gone --><?gone too?> end</a>')
    assert.deepEqual(root, { ok: true, value: el('a', { x: '1' }, [el('b'), 'text & more <raw>  end']) })
  })

  test('prefixes and namespaces are dropped, an attribute without one goes first', () => {
    const root = readXml('<q:item xmlns:q="urn:q" xmlns="urn:x" xml:lang="zh" q:id="1" id="2"><q:p/></q:item>')
    assert.deepEqual(root, { ok: true, value: el('item', { lang: 'zh', id: '2' }, [el('p')]) })
    assert.deepEqual(readXml('<a id="2" q:id="1" xmlns:q="urn:q"/>'), { ok: true, value: el('a', { id: '2' }) })
  })

  test('attributes named like properties of objects are attributes', () => {
    const root = readXml('<a __proto__="x" constructor="y"/>')
    assert.ok(root.ok)
    assert.deepEqual(Object.entries(root.value.attributes), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  test('character references are read, and entities of HTML are not known', () => {
    assert.deepEqual(readXml('<a>&#20013;&#x6587;&lt;</a>'), { ok: true, value: el('a', {}, ['中文<']) })
    assert.equal(codeOf('<a>&nbsp;</a>'), 'xml-malformed')
  })
})

describe('encodings', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

  test('UTF-8 and UTF-16 are read, with and without a mark', () => {
    const wanted = { ok: true, value: el('a', {}, ['中']) }
    assert.deepEqual(readXml(Buffer.from('<a>中</a>')), wanted)
    assert.deepEqual(readXml(Buffer.from('\ufeff<a>中</a>')), wanted)
    assert.deepEqual(readXml('\ufeff<a>中</a>'), wanted)
    assert.deepEqual(readXml(Buffer.from('<?xml version="1.0" encoding="utf-8"?><a>中</a>')), wanted)
    assert.deepEqual(readXml(utf16('<a>中</a>')), wanted)
    assert.deepEqual(readXml(utf16('<?xml version="1.0" encoding="UTF-16"?><a>中</a>')), wanted)
    assert.deepEqual(readXml(utf16('<a>中</a>').swap16()), wanted)
    assert.deepEqual(readXml(Buffer.from('<a>中</a>', 'utf16le')), wanted)
  })

  test('other encodings, and bytes that are not what is said, are refused', () => {
    assert.equal(codeOf(Buffer.from('<?xml version="1.0" encoding="GBK"?><a/>')), 'xml-encoding')
    assert.equal(codeOf(Buffer.from('<?xml version="1.0" encoding="utf-7"?><a/>')), 'xml-encoding')
    assert.equal(codeOf(Buffer.from([0x3c, 0x61, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x61, 0x3e])), 'xml-encoding')
    assert.equal(codeOf(Buffer.from([0xff, 0xfe, 0x3c])), 'xml-encoding')
  })
})

describe('refusals', () => {
  test('malformed documents are told with line and column', () => {
    const root = readXml('<a>\n  <b>\n</a>')
    assert.ok(!root.ok)
    assert.equal(root.refusal.code, 'xml-malformed')
    assert.equal(root.refusal.facts['line'], 3)
    for (const bad of [
      '',
      ' ',
      'text',
      '<a>',
      '<a',
      '<a/><b/>',
      '</a>',
      '<a x=1/>',
      '<a x="1" x="2"/>',
      '<a>&</a>',
      '<a>\u0000</a>',
      '<q:a/>',
      '<a>]]></a>',
    ])
      assert.equal(codeOf(bad), 'xml-malformed', bad)
  })

  test('a DOCTYPE is refused whatever it holds', () => {
    assert.equal(codeOf('<!DOCTYPE a><a/>'), 'xml-doctype')
    assert.equal(codeOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'xml-doctype')
    assert.equal(codeOf('<!DOCTYPE a [<!ENTITY x SYSTEM "http://example.org/">]><a>&x;</a>'), 'xml-doctype')
    const layers = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${layers}]><a>&l9;</a>`
    assert.equal(codeOf(laughs), 'xml-doctype')
  })

  test('what exceeds the limits is refused', () => {
    assert.equal(codeOf('<a>'.repeat(200) + '</a>'.repeat(200)), 'ok')
    assert.equal(codeOf('<a>'.repeat(201) + '</a>'.repeat(201)), 'xml-over-limit')
    assert.equal(codeOf('<a>'.repeat(1_000_000)), 'xml-over-limit')
    assert.equal(codeOf(`<a>${'<b/>'.repeat(200_000)}</a>`), 'xml-over-limit')
    assert.equal(codeOf(`<a ${Array.from({ length: 201 }, (_, n) => `x${n}=""`).join(' ')}/>`), 'xml-over-limit')
    assert.equal(codeOf(`<a x="${'y'.repeat(100_001)}"/>`), 'xml-over-limit')
    assert.equal(codeOf(`<${'a'.repeat(201)}/>`), 'xml-over-limit')
    assert.equal(codeOf(`<a ${'x'.repeat(201)}=""/>`), 'xml-over-limit')
    assert.equal(codeOf(' '.repeat(20_000_001)), 'xml-too-large')
  })
})

test('any text and any bytes are read or refused', () => {
  const signs = fc
    .array(fc.constantFrom('<', '>', '/', 'a', ' ', '"', '=', '&', ';', '!', '[', ']', '-', '?', 'x', '\u0000'), { maxLength: 40 })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), text => void codeOf(text)),
    { numRuns: 3_000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => void codeOf(bytes)),
    { numRuns: 1_000 },
  )
})
