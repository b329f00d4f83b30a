;; What www/core/inline.ts runs: the letters of an inlined module to its bytes, in place. A loop of JavaScript that runs once is slow;
;; compiled, it takes a tenth. The first 384 bytes are the table of what the letters stand for; the letters begin behind it.
(module
  (memory (export "memory") 1)
  (func (export "read") (param $end i32) (result i32)
    (local $at i32) (local $to i32) (local $byte i32) (local $letter i32)
    (local.set $at (i32.const 384))
    (local.set $to (i32.const 384))
    (loop $next
      (local.set $letter (i32.load8_u (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      ;; "|" and "~" say that the next letter stands for another byte.
      (if (i32.eq (i32.or (local.get $letter) (i32.const 2)) (i32.const 126))
        (then
          (local.set $letter
            (i32.add
              (i32.load8_u (local.get $at))
              (i32.mul (i32.sub (local.get $letter) (i32.const 122)) (i32.const 64))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))))
      (if (i32.lt_u (local.get $byte) (i32.const 256))
        ;; The text begins with each byte once, in their order.
        (then
          (i32.store8 (local.get $letter) (local.get $byte))
          (local.set $byte (i32.add (local.get $byte) (i32.const 1))))
        (else
          (i32.store8 (local.get $to) (i32.load8_u (local.get $letter)))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $to)))
