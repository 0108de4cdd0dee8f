import type { InteractionType } from '../../../../interactions/contract.ts'

/** How an item of each type looks, in a few strokes on 72 × 44: lines of text, controls (`fill` where something is chosen). */
const PICTURES: Readonly<Record<InteractionType, { readonly lines: string; readonly marks?: string; readonly fills?: string }>> = {
  'single-choice': { lines: 'M8 7h44M22 19h30M22 28h24M22 37h28', marks: circles(19, 28, 37), fills: dot(28) },
  'multiple-choice': { lines: 'M8 7h44M22 19h30M22 28h24M22 37h28', marks: boxes(19, 28, 37), fills: `${tile(19)}${tile(37)}` },
  'true-false': { lines: 'M8 9h52M8 17h36', marks: 'M10 26h22v12H10zM40 26h22v12H40z', fills: 'M10 26h22v12H10z' },
  blank: { lines: 'M8 10h22M54 10h10M8 22h52M8 34h12M46 34h18', marks: 'M34 4h16v10H34zM24 28h18v10H24z' },
  'inline-choice': { lines: 'M8 10h16M54 10h10M8 22h52M8 34h52', marks: 'M28 4h22v11H28zM41 8l3 3 3-3' },
  'table-fill': { lines: 'M8 6h56v32H8zM8 14h56M8 22h56M8 30h56M30 6v32', fills: 'M34 24h26v5H34zM34 32h20v4H34z' },
  matching: { lines: 'M8 8h18M8 22h18M8 36h18M46 8h18M46 22h18M46 36h18', marks: 'M28 8 44 22M28 22 44 8M28 36h16' },
  ordering: { lines: 'M22 9h42M22 22h34M22 35h38', marks: 'M12 40V6M8 10l4-4 4 4M8 36l4 4 4-4' },
  'hot-area': { lines: 'M8 5h56v34H8zM8 31l16-12 12 9 8-6 20 13', marks: 'M40 9h18v11H40z', fills: 'M40 9h18v11H40z' },
  'short-answer': { lines: 'M8 8h44M14 22h36M14 29h22', marks: 'M8 15h56v22H8z' },
  essay: { lines: 'M14 10h44M14 17h44M14 24h40M14 31h44M14 38h20', marks: 'M8 4h56v38H8z' },
  'file-answer': { lines: 'M8 8h30M8 17h22', marks: 'M44 10h12l6 6v22H44zM53 32V22M49 26l4-4 4 4' },
  'lab-task': { lines: 'M8 6h56v32H8zM8 13h56M12 9.5h3', marks: 'M16 20h16M16 26h24M16 32h12', fills: 'M46 28h12v6H46z' },
  case: { lines: 'M8 5h24v34H8zM12 11h16M12 17h16M12 23h12M42 9h22M48 16h16M42 26h22M48 33h16', marks: 'M42 16h2M42 33h2' },
}

function circles(...ys: readonly number[]): string {
  return ys.map(y => `M9 ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`).join('')
}

function boxes(...ys: readonly number[]): string {
  return ys.map(y => `M9 ${y - 4}h8v8H9z`).join('')
}

function dot(y: number): string {
  return `M11 ${y}a2 2 0 1 0 4 0a2 2 0 1 0-4 0z`
}

function tile(y: number): string {
  return `M11 ${y - 2}h4v4h-4z`
}

/** A small drawing of a type; the name beside it speaks. */
export function TypePicture({ type }: { readonly type: InteractionType }) {
  const { lines, marks, fills } = PICTURES[type]
  return (
    <svg className="z-type-picture" width="72" height="44" viewBox="0 0 72 44" aria-hidden="true">
      <path d={lines} className="z-type-lines" />
      {fills !== undefined && <path d={fills} className="z-type-fills" />}
      {marks !== undefined && <path d={marks} className="z-type-marks" />}
    </svg>
  )
}
