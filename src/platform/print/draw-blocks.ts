import type { PrintBlock, PrintFact } from './plain-document.ts'
import { bold, hairline, ink, line, mm, regular, size, slate } from './paper-look.ts'

type Pdf = PDFKit.PDFDocument
/** Bytes that a document value cannot carry. */
export type PrintAttachments = { readonly photo?: Buffer }
type Of<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>

const PHOTO = { width: 35 * mm, height: 49 * mm }
const LABEL_WIDTH = 26 * mm
const GAP = 4 * mm

/** Sets one block at the place where the page stands, on a new page when it does not fit. */
export function drawBlock(pdf: Pdf, block: PrintBlock, attachments: PrintAttachments): void {
  switch (block.kind) {
    case 'facts':
      return drawFacts(pdf, block, attachments)
    case 'table':
      return drawTable(pdf, block)
    case 'rules':
      return drawRules(pdf, block)
    case 'paragraph':
      pdf.font(regular).fontSize(size.text).fillColor(ink)
      pdf.text(block.text, left(pdf), pdf.y, { width: width(pdf), align: block.align, lineGap: 2 })
      return void (pdf.y += GAP)
    case 'signatures':
      return drawSignatures(pdf, block)
  }
}

export function drawRule(pdf: Pdf, y: number, colour: string = line): void {
  pdf
    .moveTo(left(pdf), y)
    .lineTo(left(pdf) + width(pdf), y)
    .lineWidth(hairline)
    .stroke(colour)
}

export function left(pdf: Pdf): number {
  return pdf.page.margins.left
}
export function width(pdf: Pdf): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right
}

function drawFacts(pdf: Pdf, { facts, photo }: Of<'facts'>, attachments: PrintAttachments): void {
  const top = pdf.y
  const room = photo ? width(pdf) - PHOTO.width - 8 * mm : width(pdf)
  for (const fact of facts) drawFact(pdf, fact, room)
  if (photo) drawPhoto(pdf, { x: left(pdf) + width(pdf) - PHOTO.width, y: top }, photo.caption, attachments.photo)
  pdf.y = Math.max(pdf.y, photo ? top + PHOTO.height : top) + GAP
}

function drawFact(pdf: Pdf, { label, value, strong }: PrintFact, room: number): void {
  const y = pdf.y
  const points = strong ? size.strong : size.lead
  const drop = (points - size.text) * 0.9
  pdf
    .font(regular)
    .fontSize(size.text)
    .fillColor(slate)
    .text(label, left(pdf), y + drop, { width: LABEL_WIDTH, lineBreak: false })
  pdf
    .font(bold)
    .fontSize(points)
    .fillColor(ink)
    .text(value, left(pdf) + LABEL_WIDTH, y, { width: room - LABEL_WIDTH })
  pdf.y += 1.6 * mm
}

/** The photo, cut to its frame; without one an empty frame to paste it into. */
function drawPhoto(pdf: Pdf, { x, y }: { readonly x: number; readonly y: number }, caption: string, photo: Buffer | undefined): void {
  if (photo) {
    pdf.save().rect(x, y, PHOTO.width, PHOTO.height).clip()
    pdf.image(photo, x, y, { cover: [PHOTO.width, PHOTO.height], align: 'center', valign: 'center' }).restore()
  } else {
    pdf.font(regular).fontSize(size.note).fillColor(slate)
    pdf.text(caption, x, y + PHOTO.height / 2 - size.note, { width: PHOTO.width, align: 'center' })
  }
  pdf.rect(x, y, PHOTO.width, PHOTO.height).lineWidth(hairline).stroke(slate)
}

function drawTable(pdf: Pdf, { title, head, rows, widths }: Of<'table'>): void {
  drawTitle(pdf, title)
  const whole = widths.reduce((sum, w) => sum + w, 0)
  const columns = widths.map(w => (w / whole) * width(pdf))
  drawRule(pdf, pdf.y, ink)
  drawCells(pdf, head, { columns, font: regular, colour: slate, points: size.note })
  drawRule(pdf, pdf.y)
  for (const row of rows) {
    drawCells(pdf, row, { columns, font: regular, colour: ink, points: size.text })
    drawRule(pdf, pdf.y)
  }
  pdf.y += GAP
}

type CellLook = { readonly columns: readonly number[]; readonly font: string; readonly colour: string; readonly points: number }

function drawCells(pdf: Pdf, cells: readonly string[], { columns, font, colour, points }: CellLook): void {
  pdf.font(font).fontSize(points).fillColor(colour)
  const inset = 1.5 * mm
  const boxes = cells.map((text, i) => ({ text, room: (columns[i] ?? 0) - inset }))
  const height = Math.max(...boxes.map(({ text, room }) => pdf.heightOfString(text, { width: room }))) + 2 * inset
  ensureRoom(pdf, height)
  const y = pdf.y
  let x = left(pdf)
  for (const [i, { text, room }] of boxes.entries()) {
    pdf.text(text, x, y + inset, { width: room })
    x += columns[i] ?? 0
  }
  pdf.y = y + height
}

function drawRules(pdf: Pdf, { title, items }: Of<'rules'>): void {
  drawTitle(pdf, title)
  const indent = 7 * mm
  for (const [i, item] of items.entries()) {
    pdf.font(regular).fontSize(size.text)
    const room = width(pdf) - indent
    ensureRoom(pdf, pdf.heightOfString(item, { width: room, lineGap: 1.5 }))
    const y = pdf.y
    pdf.fillColor(slate).text(`${i + 1}.`, left(pdf), y, { width: indent, lineBreak: false })
    pdf.fillColor(ink).text(item, left(pdf) + indent, y, { width: room, lineGap: 1.5 })
    pdf.y += 0.8 * mm
  }
  pdf.y += GAP
}

function drawSignatures(pdf: Pdf, { labels }: Of<'signatures'>): void {
  ensureRoom(pdf, 14 * mm)
  const y = pdf.y + 6 * mm
  const room = width(pdf) / labels.length
  pdf.font(regular).fontSize(size.text).fillColor(ink)
  for (const [i, label] of labels.entries()) {
    const x = left(pdf) + i * room
    pdf.text(label, x, y, { lineBreak: false })
    const from = x + pdf.widthOfString(label) + 2 * mm
    pdf
      .moveTo(from, y + size.text * 1.4)
      .lineTo(x + room - 6 * mm, y + size.text * 1.4)
      .lineWidth(hairline)
      .stroke(slate)
  }
  pdf.y = y + 8 * mm
}

function drawTitle(pdf: Pdf, title: string): void {
  if (title === '') return
  ensureRoom(pdf, 20 * mm)
  pdf
    .font(bold)
    .fontSize(size.lead)
    .fillColor(ink)
    .text(title, left(pdf), pdf.y, { width: width(pdf) })
  pdf.y += 1.5 * mm
}

function ensureRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}
