/** Icons are imported one by one: the package's barrel drags eight thousand modules through the build. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react';
  const icon: Icon;
  export default icon;
}

declare module '@fontsource-variable/noto-sans-sc' {}
