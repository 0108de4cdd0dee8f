import { fileName } from '../../../../ui/components/table/sheet-export.ts'

/** Hands a table to the person as a file. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = fileName(name, 'csv')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
