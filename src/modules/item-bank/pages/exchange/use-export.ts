import { useState } from 'react'
import { type AnswerOf, type Told, call, fetchFile } from '../../../../ui/client.ts'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { type FormatId, exportItems, showExportLosses } from '../../contract.ts'
import { fileParts, partName } from '../../core/exchange/file-parts.ts'
import type { ChosenLevel } from '../level-picker.tsx'
import { type LevelItem, useLevelItems } from './use-level-items.ts'

type Report = Pick<AnswerOf<typeof showExportLosses>, 'losses' | 'crossings'>
/** The file that is worked on, counted from 1. */
type Doing = { readonly what: 'report' | 'download'; readonly number: number }
type Stopped = { readonly told: Told; readonly number: number }
const NOTHING: Report = { losses: [], crossings: [] }

/**
 * The operational items of a level on their way into a format: first a report of what would be lost, then the files. All of them go,
 * in as many files as it takes; `part` narrows it to one file, counted from 1, or 0 for all.
 */
export function useExport(format: FormatId, chosen: ChosenLevel) {
  const { editionId, level, key } = chosen
  const items = useLevelItems({ editionId, level })
  const [part, setPart] = useState(0)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const [report, setReport] = useState<{ readonly of: string; readonly report: Report } | null>(null)
  const parts = fileParts(items.data ?? [])
  const wanted = parts.map((of, at) => ({ of, number: at + 1 })).filter(one => part === 0 || part > parts.length || one.number === part)
  // a report speaks of one format, level and choice of files: another choice asks for another report
  const asked = `${format} ${editionId} ${key} ${part}`
  const each = async (what: Doing['what'], act: (body: Body, number: number) => Promise<Told | null>) => {
    setStopped(null)
    for (const { of, number } of wanted) {
      setDoing({ what, number })
      const told = await act({ format, itemVersionIds: of.map(item => item.itemVersionId) }, number)
      if (told !== null) {
        setStopped({ told, number })
        break
      }
    }
    setDoing(null)
  }
  return {
    items,
    parts: parts.map(spanOf),
    part,
    choose: setPart,
    doing,
    stopped,
    told: report?.of === asked ? report.report : null,
    report: async () => {
      let found: Report = NOTHING
      let isWhole = true
      await each('report', async body => {
        const reply = await call(showExportLosses, { body })
        isWhole &&= reply.ok
        if (!reply.ok) return reply.refusal
        found = { losses: [...found.losses, ...reply.value.losses], crossings: [...found.crossings, ...reply.value.crossings] }
        return null
      })
      setReport(isWhole ? { of: asked, report: found } : null)
    },
    download: () =>
      each('download', async (body, number) => {
        const reply = await fetchFile(exportItems, { body })
        if (!reply.ok) return reply.refusal
        save(partName(reply.value.name, { number, of: parts.length }), reply.value.blob)
        return null
      }),
  }
}

type Body = { readonly format: FormatId; readonly itemVersionIds: string[] }

/** A file by the numbers of its first and last item. */
function spanOf(items: readonly LevelItem[]): { readonly first: string; readonly last: string; readonly items: number } {
  return { first: items[0]?.code ?? '', last: items.at(-1)?.code ?? '', items: items.length }
}
