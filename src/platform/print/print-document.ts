import Pdfkit from 'pdfkit'
import { drawBlock, drawRule, left, type PrintAttachments, width } from './draw-blocks.ts'
import { drawCode, drawSeal } from './draw-marks.ts'
import { bold, ink, margin, mm, regular, size, slate } from './paper-look.ts'
import type { PlainDocument } from './plain-document.ts'

const CODE_SIDE = 24 * mm
const SEAL_SIDE = 11 * mm

/** Sets a document on A4 as PDF. Both fonts are embedded as subsets, no system font is asked for; the photo may be JPEG or PNG. */
export async function printDocument(document: PlainDocument, attachments: PrintAttachments = {}): Promise<Buffer> {
  const pdf = new Pdfkit({
    size: 'A4',
    margins: margin,
    font: regular,
    lang: document.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: document.name, Producer: '职衡', Creator: '职衡', CreationDate: new Date(document.printedAt) },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  drawHead(pdf, document)
  for (const block of document.blocks) drawBlock(pdf, block, attachments)
  drawFooters(pdf, document.footer)
  pdf.end()
  return whole
}

function drawHead(pdf: PDFKit.PDFDocument, { issuer, title, subtitle, seal, code }: PlainDocument): void {
  const top = margin.top
  const [x, room] = [left(pdf), width(pdf)]
  const inner = code ? room - CODE_SIDE - 6 * mm : room
  if (seal) drawSeal(pdf, { x, y: top, side: SEAL_SIDE })
  const from = seal ? x + SEAL_SIDE + 4 * mm : x
  pdf
    .font(regular)
    .fontSize(size.text)
    .fillColor(slate)
    .text(issuer, from, top + 1, { width: inner - (from - x) })
  pdf
    .font(bold)
    .fontSize(size.title)
    .fillColor(ink)
    .text(title, x, top + SEAL_SIDE + 3 * mm, { width: inner })
  pdf
    .font(regular)
    .fontSize(size.lead)
    .fillColor(ink)
    .text(subtitle, x, pdf.y + 1 * mm, { width: inner })
  let bottom = pdf.y
  if (code) {
    const at = x + room - CODE_SIDE
    drawCode(pdf, code.text, { x: at, y: top, side: CODE_SIDE })
    pdf.font(regular).fontSize(size.note).fillColor(slate)
    pdf.text(code.caption, at - 8 * mm, top + CODE_SIDE + 1 * mm, { width: CODE_SIDE + 8 * mm, align: 'right' })
    bottom = Math.max(bottom, pdf.y)
  }
  pdf.y = bottom + 3 * mm
  drawRule(pdf, pdf.y, ink)
  pdf.y += 5 * mm
}

/** The footer stands in the bottom margin of every page, with the page's place when there are several. */
function drawFooters(pdf: PDFKit.PDFDocument, footer: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    const y = pdf.page.height - 12 * mm
    const place = count > 1 ? `${footer}　${page - start + 1}/${count}` : footer
    // below the margin a text would open a new page
    pdf.page.margins.bottom = 0
    pdf
      .font(regular)
      .fontSize(size.note)
      .fillColor(slate)
      .text(place, left(pdf), y, { width: width(pdf), align: 'center', lineBreak: false })
    pdf.page.margins.bottom = margin.bottom
  }
}
