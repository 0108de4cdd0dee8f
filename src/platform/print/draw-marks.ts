import qrcode from 'qrcode'
import { bold, cinnabar, ink } from './paper-look.ts'

type Pdf = PDFKit.PDFDocument
type Place = { readonly x: number; readonly y: number; readonly side: number }

/** The mark 衡 as a square seal. */
export function drawSeal(pdf: Pdf, { x, y, side }: Place): void {
  pdf
    .save()
    .roundedRect(x, y, side, side, side / 8)
    .fill(cinnabar)
  pdf
    .font(bold)
    .fontSize(side * 0.72)
    .fillColor('#FFFFFF')
  const width = pdf.widthOfString('衡')
  pdf.text('衡', x + (side - width) / 2, y + (side - pdf.currentLineHeight()) / 2, { lineBreak: false })
  pdf.restore().fillColor(ink)
}

/** A QR code as vectors: each row of dark modules is drawn in runs, so that it is sharp at any size. */
export function drawCode(pdf: Pdf, text: string, { x, y, side }: Place): void {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const cell = side / modules.size
  pdf.save()
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      if (!modules.get(row, from)) continue
      let to = from
      while (to + 1 < modules.size && modules.get(row, to + 1)) to += 1
      pdf.rect(x + from * cell, y + row * cell, (to - from + 1) * cell, cell)
      from = to
    }
  }
  pdf.fill('#000000').restore()
}
