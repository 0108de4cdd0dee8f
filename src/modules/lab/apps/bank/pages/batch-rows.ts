import { fenOf } from '../../../pages/parts/money.ts'

export type BatchRow = {
  readonly toNo: string
  readonly toName: string
  readonly cnaps: string
  readonly amount: number
  readonly purpose: string
}

/** The lines of a batch as they were typed or pasted: five columns by commas or tabs, a line a payment. An amount that is none becomes 0, which the bank refuses by row. */
export function rowsOf(typed: string): BatchRow[] {
  return typed
    .split('\n')
    .map(line => line.split(/[,，\t]/).map(cell => cell.trim()))
    .filter(cells => cells.some(cell => cell !== ''))
    .map(([toNo = '', toName = '', cnaps = '', amount = '', purpose = '']) => ({
      toNo: toNo.replace(/\s/g, ''),
      toName,
      cnaps,
      amount: fenOf(amount) ?? 0,
      purpose,
    }))
}
