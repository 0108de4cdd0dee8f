import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { PlainDocument } from './plain-document.ts'
import { printDocument } from './print-document.ts'

const document: PlainDocument = {
  name: '准考证',
  language: 'zh-CN',
  issuer: '国家中心（示例）',
  title: '准考证',
  subtitle: '电子商务员',
  seal: true,
  code: { text: '261210001401011', caption: '准考证号' },
  blocks: [
    { kind: 'facts', facts: [{ label: '姓名', value: '阿依古丽·买买提', strong: true }], photo: { caption: '照片' } },
    { kind: 'table', title: '考试安排', head: ['科目', '时间'], rows: [['理论知识', '08:30—10:00']], widths: [1, 2] },
    { kind: 'rules', title: '考场规则', items: ['开考前三十分钟凭准考证入场。', '迟到二十五分钟后不得入场。'] },
    { kind: 'signatures', labels: ['考生签名', '监考员签名'] },
  ],
  footer: '示范环境',
  printedAt: 1_795_000_000_000,
}

/** Every stream of the file, inflated where it is packed. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = []
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 7)) {
    if (pdf.subarray(from - 3, from).toString() === 'end') continue
    const body = pdf.subarray(from + 7, pdf.indexOf('\nendstream', from))
    try {
      streams.push(inflateSync(body).toString('latin1'))
    } catch {
      streams.push(body.toString('latin1'))
    }
  }
  return streams
}

/** The characters that the embedded fonts can be read back as. */
function readableText(pdf: Buffer): string {
  const maps = streamsOf(pdf).filter(stream => stream.includes('begincmap'))
  const codes = maps.flatMap(map => [...map.matchAll(/<([\da-f]+)>/gi)].map(m => m[1] ?? ''))
  return codes.map(code => Buffer.from(code.padStart(4, '0'), 'hex').swap16().toString('utf16le')).join('')
}

test('two fonts are embedded, none is taken from the system, and the text can be read back', async () => {
  const pdf = await printDocument(document)
  const file = pdf.toString('latin1')
  assert.equal(file.slice(0, 5), '%PDF-')
  const fonts = [...file.matchAll(/\/BaseFont \/(\S+)/g)].map(m => m[1])
  assert.deepEqual([...new Set(fonts.map(name => name?.replace(/^[A-Z]{6}\+/, '')))].sort(), ['NotoSansSC-Bold', 'NotoSansSC-Regular'])
  assert.equal((file.match(/\/FontFile2 /g) ?? []).length, 2)
  assert.doesNotMatch(file, /\/Subtype \/Type1\b|Helvetica/)
  const text = readableText(pdf)
  for (const character of '准考证阿依古丽·买提理论知识监员') assert.ok(text.includes(character), character)
})

test('a subset holds what is printed: a ticket stays small', async () => {
  assert.ok((await printDocument(document)).length < 120_000)
})

test('the same document at the same instant is the same file', async () => {
  assert.deepEqual(await printDocument(document), await printDocument(document))
})

test('what does not fit goes on a second page', async () => {
  const items = Array.from({ length: 60 }, (_, i) => `第${i + 1}条规则：请保持安静，服从监考员的安排，不得携带与考试无关的物品进入考场。`)
  const pdf = await printDocument({ ...document, blocks: [{ kind: 'rules', title: '规则', items }] })
  assert.match(pdf.toString('latin1'), /\/Count [23]\b/)
})
