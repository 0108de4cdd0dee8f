import { Button, Modal } from 'antd'
import { fill, useWords } from '../../../../../ui/words.ts'
import { CHECKLIST_POINTS } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The keys of the desk. */
export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(zh, en).keys
  return (
    <Modal
      open={open}
      title={words.title}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
      destroyOnHidden
    >
      <dl className="z-desk-keys">
        {Object.values(words.list).map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{fill(key, { n: CHECKLIST_POINTS.length })}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="z-note">{words.note}</p>
    </Modal>
  )
}
