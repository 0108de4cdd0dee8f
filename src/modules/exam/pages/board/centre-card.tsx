import { Button } from 'antd'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { readCentreCard } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What every site has to know of the centre, with the fingerprint that is read to it. */
export function CentreCard() {
  const words = useWords(zh, en).card
  const read = useRead(readCentreCard, {})
  if (!read.data) return null
  const { sealers, fingerprint } = read.data
  const keep = () => save(words.fileName, new Blob([`${JSON.stringify(sealers, null, 2)}\n`], { type: 'application/json' }))
  const action = (
    <Button icon={<Icon name="download" size={16} />} onClick={keep}>
      {words.save}
    </Button>
  )
  return (
    <Sheet title={words.title} note={fill(words.sealers, { count: sealers.length })} actions={action}>
      <p>{words.intro}</p>
      <p className="z-card-fingerprint">
        <span className="z-note">{words.fingerprint}</span>
        <code>{fingerprint}</code>
      </p>
    </Sheet>
  )
}
