/** What is said when the program cannot start at all. */
export const start = {
  cryptography:
    '这台电脑上的加密组件「{{block}}」缺失或不正确，暖托不能启动，没有打开任何数据；请重新安装暖托。',
};
