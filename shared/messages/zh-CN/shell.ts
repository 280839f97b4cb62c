/** What the program says outside of its window, in both languages at once: it does not know there who reads it. */
export const shell = {
  fellAgain: '窗口又一次意外关闭。已保存的内容都在；请重新登录。',
  loadAgain: '重新打开',
  switchRefused: '暖托不能带着调试开关启动。请用桌面上的图标打开。',
  fileChanged: '暖托的程序文件被改动或损坏，为保护资料没有打开。请用安装程序重新安装；中心的资料不受影响。',
};
