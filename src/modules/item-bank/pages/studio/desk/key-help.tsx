import { Modal } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The keys of the studio. */
export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(zh, en).keys
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={words.title} width={640}>
      <table className="z-key-list">
        <thead className="z-unseen">
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {Object.values(words.list).map(({ key, does }) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
