/** The words of placings in other editions and levels; Chinese is the source. */
export const zh = {
  label: '兼用于其他标准或等级',
  none: '只用于本标准本等级',
  add: '添加标准或等级',
  change: '修改',
  remove: '删除：{place}',
  changeOf: '修改：{place}',
  full: '最多再用于10个标准或等级',
  dialog: {
    title: '本题还用于',
    edition: '标准版本',
    level: '职业等级',
    points: '鉴定点',
    hint: '输入代码或中文名称查找',
    note: '最多4个鉴定点',
    home: '这是本题自己的标准和等级，鉴定点请在属性中选择。',
    noTable: '该等级还没有鉴定要素细目表，暂不能归入。',
    keep: '确定',
    cancel: '取消',
  },
} as const
