import { css } from "lit";

export const style = css`
  @media (min-width: 961px) {
    .medium {
      width: 128px;
    }
    .narrow {
      width: 136px;
    }
    .wide {
      width: 384px;
    }
  }
`;
