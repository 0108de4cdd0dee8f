import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { useWords } from '../../../../ui/words.ts'
import { ExportPart } from './export-part.tsx'
import { ImportPart } from './import-part.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../item-bank.css'
import './exchange.css'

/** What the signed-in person may do here; the portal knows. */
export type ExchangeRights = { readonly mayImport: boolean; readonly mayExport: boolean }

/** 试题交换: items in and out, with every loss told. */
export function ExchangePage({ mayImport, mayExport }: ExchangeRights) {
  const words = useWords(zh, en)
  const [address, setAddress] = useSearchParams()
  const parts = [
    ...(mayImport ? [{ key: 'import', label: words.tabs.import, children: <ImportPart /> }] : []),
    ...(mayExport ? [{ key: 'export', label: words.tabs.export, children: <ExportPart /> }] : []),
  ]
  const open = parts.some(part => part.key === address.get('part')) ? (address.get('part') ?? '') : (parts[0]?.key ?? '')
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} />
      <Tabs activeKey={open} items={parts} onChange={part => setAddress({ part }, { replace: true })} />
    </>
  )
}
