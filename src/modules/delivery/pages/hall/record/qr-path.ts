import qrcode from 'qrcode'

/** A QR code as one SVG path on a grid of `size` units, quiet zone of four included. Error correction M survives a fold and a stamp. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  return { size: modules.size + 2 * quiet, path }
}

/** What the code on a room record says, so that any reader of codes shows it and the audit log can be compared by hand. */
export function checkpointText({ chain, seq, hash }: { readonly chain: string; readonly seq: number; readonly hash: string }): string {
  return `zhiheng-audit:${chain}:${seq}:${hash}`
}
