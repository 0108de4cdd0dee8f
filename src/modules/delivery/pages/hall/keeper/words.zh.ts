/** The words of signing in at a console. */
export const zh = {
  title: '考务登录',
  purpose: '监考员、考点负责人和系统管理员在此登录。',
  staffId: '工作人员编号',
  passPhrase: '口令',
  enter: '登录',
  entering: '正在核对…',
  needId: '请填写编号。',
  needPass: '请填写口令。',
  refused: '没有登录成功',
  empty: '本服务器还没有考点数据包',
  emptyHow: '请系统管理员在服务器上执行命令导入，导入后这里即可登录：',
  command: 'zhiheng site import --file package.zhpkg',
  forgot: '忘记口令请联系考点负责人；连错五次会锁定五分钟。',
} as const
