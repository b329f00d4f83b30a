import { css } from "lit";

export const style = css`
  @media (min-width: 961px) {
    .medium {
      width: 144px;
    }
    .narrow {
      width: 152px;
    }
    .wide {
      width: 384px;
    }
  }
`;
