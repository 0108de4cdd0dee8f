/** The desk of a Chinese company speaks Chinese, whatever language the frame speaks. */
export const words = {
  papers: '文件',
  binned: '在回收站',
  fresh: '新建文档',
  notes: '便笺',
  newNote: '新便笺',
  keep: '记下',
  name: '文档名称',
  body: '正文（空一行分段）',
  save: '保存',
  hand: '呈交上级',
  bin: '删除',
  restore: '从回收站恢复',
  accepted: '同意',
  returned: '退回',
} as const
